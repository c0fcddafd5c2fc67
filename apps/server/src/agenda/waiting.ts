import type { Selectable } from 'kysely';
import type { Db } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';

export type AgendaRow = Selectable<Tables['team_agenda']>;

/** What waits on a team's agenda, in its order. */
export const waitingItems = (db: Db, team: string): Promise<AgendaRow[]> =>
  db
    .selectFrom('team_agenda')
    .selectAll()
    .where('team_id', '=', team)
    .where('cleared_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();

/** The same by id, for a place before, between or behind them. */
export const placesOf = (rows: readonly AgendaRow[]): Record<string, { order: string }> =>
  Object.fromEntries(rows.map(({ id, position }) => [id, { order: position }]));
