import type { MeetingDoor } from '@rondo/contract';
import type { MeetingId, ParticipantId } from '@rondo/meeting';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { hashToken, newToken } from '../secret-token.ts';
import { roleInTeam } from '../teams/access.ts';
import type { Credentials } from './identity.ts';

/** The most guests one meeting takes. */
const MOST_GUESTS = 500;

/** What the holder of a meeting link learns before coming in. Throws `not-found`. */
export async function lookThroughDoor(
  db: Db,
  meeting: MeetingId,
  { user, guest }: Credentials,
): Promise<MeetingDoor> {
  const row = await db
    .selectFrom('meeting')
    .innerJoin('team', 'team.id', 'meeting.team_id')
    .select([
      'meeting.name',
      'meeting.status',
      'meeting.guests',
      'team.id as team_id',
      'team.name as team',
    ])
    .where('meeting.id', '=', meeting)
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  const member = user !== null && (await roleInTeam(db, user.id, row.team_id)) !== null;
  const known = member || (guest !== null && (await isGuest(db, meeting, guest)));
  return {
    id: meeting,
    status: row.status,
    you: member ? 'member' : known ? 'guest' : 'stranger',
    guests: row.guests,
    reopens: member && row.status === 'ended' && (await hasBoard(db, meeting)),
    name: known ? row.name : null,
    team: member ? { id: row.team_id, name: row.team } : null,
  };
}

/** What it would go on from. */
async function hasBoard(db: Db, meeting: MeetingId): Promise<boolean> {
  const { rows } = await sql`select from meeting_snapshot where meeting_id = ${meeting}`.execute(
    db,
  );
  return rows.length > 0;
}

const isGuest = async (db: Db, meeting: MeetingId, key: string): Promise<boolean> =>
  (await db
    .selectFrom('participant')
    .select('id')
    .where('meeting_id', '=', meeting)
    .where('guest_key', '=', hashToken(key))
    .executeTakeFirst()) !== undefined;

/** Lets somebody in by name alone; the returned key is their cookie. Whether they must wait is decided inside. */
export async function enterAsGuest(
  db: Db,
  meeting: MeetingId,
  name: string,
  id: ParticipantId,
): Promise<string> {
  const row = await db
    .selectFrom('meeting')
    .select(['status', 'guests'])
    .where('id', '=', meeting)
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  if (row.status === 'ended') throw problem('ended');
  if (row.guests === 'no') throw problem('not-allowed');
  const { n } = await db
    .selectFrom('participant')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('meeting_id', '=', meeting)
    .where('guest_key', 'is not', null)
    .executeTakeFirstOrThrow();
  if (Number(n) >= MOST_GUESTS) throw problem('busy');
  const key = newToken();
  await db
    .insertInto('participant')
    .values({ meeting_id: meeting, id, guest_key: hashToken(key), name })
    .execute();
  return key;
}
