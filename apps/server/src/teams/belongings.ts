/**
 * What becomes of each table with rows of teams when a team is merged into another. `merge.pg.test.ts`
 * knows all tables that refer to teams, so that none is forgotten.
 */
export const BELONGINGS = {
  calendar: 'goes',
  custom_activity: 'moves',
  invitation: 'moves',
  join_request: 'goes',
  meeting: 'moves',
  notification: 'moves',
  series: 'moves',
  task: 'moves',
  team_agenda: 'moves',
  team_kept: 'goes',
  /** Set by the emptied team's leads, for the emptied team. */
  team_member: 'joined',
  team_state: 'goes',
} as const satisfies Record<string, 'moves' | 'goes' | 'joined'>;
