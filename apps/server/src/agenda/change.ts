import type { AgendaItem } from '@rondo/contract';
import { orderAfterAll, orderBehind } from '@rondo/meeting';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { newKey } from '../meetings/new-key.ts';
import { needRole } from '../teams/access.ts';
import { needOpen } from '../teams/open.ts';
import { placesOf, waitingItems, type AgendaRow } from './waiting.ts';

/** The most items that wait for one meeting: as many as its agenda takes. */
const MOST = 100;

interface Asker {
  id: string;
  name: string;
}

/** The agenda for a team's next meeting. Any member may read and change all of it. */
export async function readAgenda(db: Db, user: Asker, team: string): Promise<AgendaItem[]> {
  await needRole(db, user.id, team);
  return (await waitingItems(db, team)).map(
    ({ id, text, note, pinned, added_by, added_name, added_at }) => ({
      id,
      text,
      note,
      pinned,
      by: added_name,
      mine: added_by === user.id,
      addedAt: added_at.toISOString(),
    }),
  );
}

type Words = Pick<AgendaItem, 'text' | 'note' | 'pinned'>;

export async function addItem(db: Db, user: Asker, team: string, words: Words): Promise<void> {
  await needRole(db, user.id, team);
  await needOpen(db, team);
  const waiting = await waitingItems(db, team);
  if (waiting.length >= MOST) throw problem('conflict');
  await db
    .insertInto('team_agenda')
    .values({
      team_id: team,
      id: newKey<string>(),
      ...words,
      added_by: user.id,
      added_name: user.name,
      position: orderAfterAll(placesOf(waiting)),
    })
    .execute();
}

/** The item, if it still waits and may be changed. Throws `not-found`. */
async function needItem(db: Db, user: Asker, team: string, item: string): Promise<AgendaRow[]> {
  await needRole(db, user.id, team);
  await needOpen(db, team);
  const waiting = await waitingItems(db, team);
  if (!waiting.some(({ id }) => id === item)) throw problem('not-found');
  return waiting;
}

const that = (db: Db, team: string, item: string) =>
  db.updateTable('team_agenda').where('team_id', '=', team).where('id', '=', item);

export async function changeItem(
  db: Db,
  user: Asker,
  team: string,
  item: string,
  words: { [K in keyof Words]?: Words[K] | undefined },
): Promise<void> {
  await needItem(db, user, team, item);
  const changed = Object.fromEntries(
    Object.entries(words).filter(([, value]) => value !== undefined),
  );
  if (Object.keys(changed).length > 0) await that(db, team, item).set(changed).execute();
}

/** @param behind null: in front of all */
export async function moveItem(
  db: Db,
  user: Asker,
  team: string,
  item: string,
  behind: string | null,
): Promise<void> {
  const waiting = await needItem(db, user, team, item);
  if (behind === item || (behind !== null && !waiting.some(({ id }) => id === behind)))
    throw problem('not-found');
  const position = orderBehind(placesOf(waiting), behind, item);
  await that(db, team, item).set({ position }).execute();
}

export async function removeItem(db: Db, user: Asker, team: string, item: string): Promise<void> {
  await needItem(db, user, team, item);
  await that(db, team, item).set({ cleared_at: new Date() }).execute();
}
