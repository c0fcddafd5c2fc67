// Puts meetings with everybody in them straight into the database: a thousand people signing up by
// name would take minutes, and none of it is measured.
import { randomUUID } from 'node:crypto';
import type { Doc, MeetingId } from '@rondo/meeting';
import pg from 'pg';
import { hashToken, newToken } from '../../apps/server/src/secret-token.ts';
import type { Size } from '../system.ts';
import { participantId } from './document.ts';

export interface Seeded {
  readonly meetings: readonly MeetingId[];
  /** The secret in a guest's cookie, by meeting and seat. */
  readonly keys: readonly (readonly string[])[];
}

/**
 * @param url a database that Rondo has already prepared
 * @param prefix what the meetings' ids begin with
 * @param doc what all of them look like, but for their id
 */
export async function seedMeetings(
  url: string,
  prefix: string,
  { meetings, people }: Pick<Size, 'meetings' | 'people'>,
  doc: Doc,
): Promise<Seeded> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    const team = await seedTeam(client);
    const ids = Array.from({ length: meetings }, (_, index) => meetingId(prefix, index));
    await client.query(
      `insert into meeting (id, team_id, activity_id, activity_name, hues, name, status, guests, facilitator, people)
       select id, $2, 'start-stop-continue', '{"en":"Start Stop Continue"}', '{moss}', 'Retrospective', 'running', 'yes', 'Person 0', $3
       from unnest($1::text[]) id`,
      [ids, team, people],
    );
    await client.query(
      'insert into meeting_head (meeting_id, head) select id, 0 from unnest($1::text[]) id',
      [ids],
    );
    const docs = ids.map((id) => JSON.stringify({ ...doc, board: { ...doc.board, id } }));
    await client.query(
      'insert into meeting_snapshot (meeting_id, seq, doc) select id, 0, doc from unnest($1::text[], $2::text[]) each (id, doc)',
      [ids, docs],
    );
    const keys = await seedGuests(client, ids, people);
    await client.query('commit');
    await client.query('analyze');
    return { meetings: ids, keys };
  } finally {
    await client.end();
  }
}

/** As long and of the same letters as a real one. */
const meetingId = (prefix: string, index: number) =>
  `${prefix}${String(index).padStart(22 - prefix.length, '0')}` as MeetingId;

async function seedTeam(client: pg.Client): Promise<string> {
  const [organization, team] = [randomUUID(), randomUUID()];
  await client.query("insert into organization (id, name) values ($1, 'Bench')", [organization]);
  await client.query(
    "insert into team (id, organization_id, name, guests, idle_end_days, language) values ($1, $2, 'Bench', 'yes', 14, 'en')",
    [team, organization],
  );
  return team;
}

async function seedGuests(
  client: pg.Client,
  meetings: readonly MeetingId[],
  people: number,
): Promise<string[][]> {
  const keys = meetings.map(() => Array.from({ length: people }, newToken));
  const rows = meetings.flatMap((meeting, index) =>
    (keys[index] ?? []).map((key, seat) => ({
      meeting,
      key,
      id: participantId(seat),
      name: `Person ${seat}`,
    })),
  );
  await client.query(
    `insert into participant (meeting_id, id, guest_key, name)
     select * from unnest($1::text[], $2::text[], $3::bytea[], $4::text[])`,
    [
      rows.map((row) => row.meeting),
      rows.map((row) => row.id),
      rows.map((row) => hashToken(row.key)),
      rows.map((row) => row.name),
    ],
  );
  return keys;
}

/** What a guest's browser sends. */
export const guestCookie = (meeting = '', key = '') => `rondo-guest-${meeting}=${key}`;
