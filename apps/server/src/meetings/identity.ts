import type { MeetingId, ParticipantId } from '@rondo/meeting';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { together } from '../database/together.ts';
import { hashToken } from '../secret-token.ts';
import type { TeamRole } from '../teams/access.ts';

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
export type Identify = (meeting: MeetingId, credentials: Credentials) => Promise<Identity | null>;

/** Asks for all who come at the same time in one statement: after a restart that is everybody. */
export function identifyTogether(db: Db, newId: () => ParticipantId): Identify {
  const members = together((asked: readonly AskedMember[]) => findMembers(db, asked));
  const guests = together((asked: readonly AskedGuest[]) => findGuests(db, asked));
  return async (meeting, { user, guest }) => {
    const member = user && (await members({ meeting, user: user.id }));
    if (member) {
      return {
        person: member.person ?? (await newParticipant(db, meeting, user, newId)),
        name: user.name,
        role: 'member',
        lead: member.role === 'lead',
        team: member.team,
      };
    }
    return guest === null ? null : guests({ meeting, key: hashToken(guest) });
  };
}

interface AskedMember {
  readonly meeting: MeetingId;
  readonly user: string;
}

interface Member {
  readonly number: number;
  readonly team: string;
  readonly role: TeamRole;
  /** Null: was never here. Ids in this column were made as participants' ids. */
  readonly person: ParticipantId | null;
}

async function findMembers(db: Db, asked: readonly AskedMember[]): Promise<(Member | null)[]> {
  const { rows } = await sql<Member>`
    select asked.number, meeting.team_id as team, team_member.role, participant.id as person
    from unnest(${asked.map(({ meeting }) => meeting)}::text[], ${asked.map(({ user }) => user)}::uuid[])
      with ordinality as asked (meeting_id, user_id, number)
    join meeting on meeting.id = asked.meeting_id
    join team_member on team_member.team_id = meeting.team_id and team_member.user_id = asked.user_id
    left join participant
      on participant.meeting_id = asked.meeting_id and participant.user_id = asked.user_id
  `.execute(db);
  return inOrder(asked, rows);
}

async function newParticipant(
  db: Db,
  meeting: MeetingId,
  user: { id: string; name: string },
  newId: () => ParticipantId,
): Promise<ParticipantId> {
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
  return id as ParticipantId;
}

interface AskedGuest {
  readonly meeting: MeetingId;
  readonly key: Buffer;
}

interface Guest {
  readonly number: number;
  readonly person: ParticipantId;
  readonly name: string;
  readonly team: string;
}

async function findGuests(db: Db, asked: readonly AskedGuest[]): Promise<(Identity | null)[]> {
  const { rows } = await sql<Guest>`
    select asked.number, participant.id as person, participant.name, meeting.team_id as team
    from unnest(${asked.map(({ meeting }) => meeting)}::text[], ${asked.map(({ key }) => key)}::bytea[])
      with ordinality as asked (meeting_id, guest_key, number)
    join participant
      on participant.meeting_id = asked.meeting_id and participant.guest_key = asked.guest_key
    join meeting on meeting.id = asked.meeting_id
  `.execute(db);
  return inOrder(asked, rows).map(
    (found) =>
      found && {
        person: found.person,
        name: found.name,
        role: 'guest',
        lead: false,
        team: found.team,
      },
  );
}

/** The database counts from 1. */
function inOrder<Row extends { readonly number: number }>(
  asked: readonly unknown[],
  rows: readonly Row[],
): (Row | null)[] {
  const found = new Map(rows.map((row) => [row.number, row]));
  return asked.map((_, i) => found.get(i + 1) ?? null);
}
