/** What becomes of the rows of a team in a table when the team is merged into another. */
type Fate =
  | 'moves'
  /** With the emptied team: it was about that team alone, or is made again by itself. */
  | 'goes'
  /** Moves where the other team has no row with the same in these columns; else it goes. */
  | { readonly unlessThere: readonly string[] }
  /** `merge.ts` knows how. */
  | 'in its own way';

/** `put-away.pg.test.ts` knows all tables with rows of teams, so that none is forgotten. */
export const BELONGINGS = {
  awaited_place: 'moves',
  awaited_role: { unlessThere: ['organization_id', 'email'] },
  calendar: 'goes',
  counted_meeting: 'moves',
  custom_activity: 'moves',
  data_job: 'moves',
  invitation: 'moves',
  join_request: 'goes',
  mailing_off: { unlessThere: ['user_id', 'mailing'] },
  meeting: 'moves',
  notification: 'moves',
  report: 'in its own way',
  report_channel: 'in its own way',
  report_feed: { unlessThere: ['user_id'] },
  report_feedback: 'moves',
  report_reader: { unlessThere: ['user_id'] },
  report_subscriber: { unlessThere: ['email'] },
  search_document: 'in its own way',
  series: 'moves',
  task: 'moves',
  task_board: 'moves',
  task_comment: 'moves',
  task_event: 'moves',
  task_review: 'moves',
  team_agenda: 'moves',
  team_event: 'in its own way',
  team_kept: 'goes',
  team_member: 'in its own way',
  team_retention: 'goes',
  team_state: 'goes',
  webhook: 'moves',
  webhook_event: 'moves',
} as const satisfies Record<string, Fate>;
