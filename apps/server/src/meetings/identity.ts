import type { MeetingId, ParticipantId } from '@rondo/meeting';
import type { Db } from '../database/database.ts';
import { hashToken } from '../secret-token.ts';
import { roleInTeam } from '../teams/access.ts';

/** Who somebody is in one meeting. */
export interface Identity {
  person: ParticipantId;
  name: string;
  role: 'member' | 'guest';
  /** A lead of the meeting's team. */
  lead: boolean;
  /** The meeting's team. */
  team: string;
}

/** How somebody shows who they are: a session, or the cookie a guest was given. */
export interface Credentials {
  user: { id: string; name: string } | null;
  guest: string | null;
}

/**
 * Who this is in the meeting; null: nobody, or there is no such meeting, which look the same. Team
 * members get a participant's id on their first visit.
 */
export async function identify(
  db: Db,
  meeting: MeetingId,
  { user, guest }: Credentials,
  newId: () => ParticipantId,
): Promise<Identity | null> {
  if (user) {
    const member = await identifyMember(db, meeting, user, newId);
    if (member) return member;
  }
  return guest === null ? null : identifyGuest(db, meeting, guest);
}

async function identifyMember(
  db: Db,
  meeting: MeetingId,
  user: { id: string; name: string },
  newId: () => ParticipantId,
): Promise<Identity | null> {
  const row = await db
    .selectFrom('meeting')
    .select('team_id')
    .where('id', '=', meeting)
    .executeTakeFirst();
  const role = row && (await roleInTeam(db, user.id, row.team_id));
  if (!role) return null;
  await db
    .insertInto('participant')
    .values({ meeting_id: meeting, id: newId(), user_id: user.id, name: user.name })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { id } = await db
    .selectFrom('participant')
    .select('id')
    .where('meeting_id', '=', meeting)
    .where('user_id', '=', user.id)
    .executeTakeFirstOrThrow();
  // Ids in this column were made as participants' ids.
  return {
    person: id as ParticipantId,
    name: user.name,
    role: 'member',
    lead: role === 'lead',
    team: row.team_id,
  };
}

async function identifyGuest(db: Db, meeting: MeetingId, key: string): Promise<Identity | null> {
  const row = await db
    .selectFrom('participant')
    .innerJoin('meeting', 'meeting.id', 'participant.meeting_id')
    .select(['participant.id', 'participant.name', 'meeting.team_id'])
    .where('participant.meeting_id', '=', meeting)
    .where('participant.guest_key', '=', hashToken(key))
    .executeTakeFirst();
  if (!row) return null;
  return {
    person: row.id as ParticipantId,
    name: row.name,
    role: 'guest',
    lead: false,
    team: row.team_id,
  };
}
