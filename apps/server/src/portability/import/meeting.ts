import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { outcomeOf, type Outcome } from '@rondo/meeting';
import { phasesOnServer } from '@rondo/phases/server';
import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';
import { soundBoard } from '../archive/board-shape.ts';
import { meetings } from '../archive/collections.ts';
import { MeetingFile } from '../archive/files.ts';
import { outcomeFrom } from '../archive/outcome-shape.ts';
import type { Archive } from '../archive/read-zip.ts';
import { keepPlaces, type Missing } from '../awaited/wait.ts';
import type { Ids } from './ids.ts';
import type { Matched } from './people.ts';
import { readChecked } from './read.ts';
import { refusing, storeRows } from './store.ts';

interface Into {
  readonly team: string;
  readonly ids: Ids;
  readonly people: Matched;
  readonly missing: Missing;
}

/** Makes a meeting of an archive, with who took part and what remained. */
export async function importMeeting(
  tx: Db,
  archive: Archive,
  path: string,
  { team, ids, people, missing }: Into,
): Promise<void> {
  const { meeting, participants, outcome, board } = await readChecked(archive, path, MeetingFile);
  await ids.claim(meetings, [meeting]);
  const row = ids.stored(meetings, meeting);
  const id = ids.of(meetings.name, String(meeting['id']));
  if (!row || id === undefined) return;
  await storeRows(tx, meetings, [row], { team, path });
  await storeParticipants(tx, id, participants, people, path);
  const sat = participants.map(({ id: participant, person }) => ({
    person,
    meeting: id,
    participant,
  }));
  await keepPlaces(tx, team, sat, missing);
  if (!outcome) return;
  const remained = outcomeFrom(outcome);
  await tx
    .insertInto('outcome')
    .values({ meeting_id: id, outcome: JSON.stringify(remained) })
    .execute();
  const goesOn = board && boardFor(board, remained, { id, activity: String(row['activity_id']) });
  if (goesOn) await storeBoard(tx, id, goesOn);
}

async function storeParticipants(
  tx: Db,
  meeting: string,
  participants: MeetingFile['participants'],
  people: Matched,
  path: string,
): Promise<void> {
  const seen = new Set<string>();
  const rows = participants.map(({ id, person, name, joinedAt }) => {
    const account = person === null ? undefined : people.get(person);
    const isKnown = account !== undefined && !seen.has(account);
    if (isKnown) seen.add(account);
    return {
      meeting_id: meeting,
      id,
      name,
      joined_at: new Date(joinedAt),
      user_id: isKnown ? account : null,
      // Nobody has the cookie to it: they are in the records, and cannot come in by it.
      guest_key: isKnown ? null : randomBytes(32),
    };
  });
  if (rows.length > 0)
    await refusing(path, () => tx.insertInto('participant').values(rows).execute());
}

/**
 * The board, where it is one that the outcome was made of; null for any other, as no meeting could go on
 * from it safely. The meeting is then read, not opened again.
 */
function boardFor(
  board: Record<string, unknown>,
  outcome: Outcome,
  { id, activity }: { id: string; activity: string },
): object | null {
  try {
    const sound = soundBoard(board);
    if (!sound) return null;
    // States have no schema of their own: what a kind does not find in its own throws.
    const remained: unknown = JSON.parse(JSON.stringify(outcomeOf(sound, phasesOnServer)));
    if (!isDeepStrictEqual(remained, outcome)) return null;
    return { ...sound, id, activity: { ...sound.activity, id: activity } };
  } catch {
    return null;
  }
}

/** As the end of a meeting leaves it: hands and ledger are burnt, and the log begins behind it. */
async function storeBoard(tx: Db, meeting: string, board: object): Promise<void> {
  const doc = JSON.stringify({ board, hands: {}, ledger: { executed: {}, since: 1 } });
  await sql`insert into meeting_head (meeting_id, head) values (${meeting}, 1)`.execute(tx);
  await sql`
    insert into meeting_snapshot (meeting_id, seq, doc) values (${meeting}, 1, ${doc})
  `.execute(tx);
}
