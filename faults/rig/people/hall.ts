import type { Doc, MeetingId } from '@rondo/meeting';
import pg from 'pg';
import { browser, type Browser } from '../../../apps/server/src/testing/browser.ts';

/** A place in a meeting that somebody may take. */
export interface Seat {
  readonly meeting: MeetingId;
  readonly cookie: string;
  /** Who has started the meeting sits here. */
  readonly leads: boolean;
}

/** Meetings on a server, and everybody who may come to them. */
export interface Gathering {
  readonly seats: readonly Seat[];
  /** Each meeting before its first entry. */
  readonly starts: ReadonlyMap<MeetingId, Doc>;
  /** The database, past the server. */
  readonly database: string;
}

export interface Hall {
  /** Of the server itself, past every proxy. */
  readonly url: string;
  /** What the address bar shows, where that is another. */
  readonly origin?: string;
  readonly claimCode: string;
  readonly database: string;
}

/** Guests that are signed in at the same time. */
const AT_ONCE = 8;

/** Who owns the server, and a team of theirs. */
export interface Owner {
  readonly ada: Browser;
  readonly team: string;
}

/** Somebody takes a new server. */
export async function owned(hall: Hall): Promise<Owner> {
  const ada = browser(hall.url, hall.origin ?? hall.url);
  const claimed = await ada.post('/api/server/claim', {
    code: hall.claimCode,
    name: 'Ada',
    email: 'ada@example.org',
    password: 'a long enough password',
    organization: 'Engines',
    team: 'Analytics',
    language: 'en',
  });
  if (claimed.status !== 200) throw new Error(`no owner: ${claimed.status} ${claimed.text}`);
  // The endpoints' own schemas have checked these on the server.
  const { team } = claimed.json() as { team: string };
  return { ada, team };
}

/**
 * Starts meetings with so many people each, in which cards can be written at once.
 * @param owner who has the server already; without, somebody takes it
 */
export async function gathering(
  hall: Hall,
  meetings: number,
  people: number,
  owner?: Owner,
): Promise<Gathering> {
  const { ada, team } = owner ?? (await owned(hall));
  const starts = new Map<MeetingId, Doc>();
  const wanted = { activity: 'start-stop-continue', without: [0], guests: 'yes' };
  for (let each = 0; each < meetings; each++) {
    const started = await ada.post(`/api/teams/${team}/meetings`, wanted);
    const { meeting } = started.json() as { meeting: MeetingId };
    starts.set(meeting, await startOf(meeting, hall.database));
  }
  const seats: Seat[] = [...starts.keys()].map((meeting) => ({
    meeting,
    cookie: cookieOf(ada.cookies),
    leads: true,
  }));
  const open = [...starts.keys()].flatMap((meeting) =>
    Array.from({ length: people - 1 }, () => meeting),
  );
  let named = 0;
  const signIn = async (): Promise<void> => {
    for (let meeting = open.pop(); meeting !== undefined; meeting = open.pop())
      seats.push(await guestIn(meeting, hall, ++named));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, signIn));
  return { seats, starts, database: hall.database };
}

async function guestIn(meeting: MeetingId, hall: Hall, number: number): Promise<Seat> {
  const there = browser(hall.url, hall.origin ?? hall.url);
  const name = `Guest ${number}`;
  const answer = await there.post(`/api/meetings/${meeting}/guests`, { name });
  if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${answer.text}`);
  return { meeting, cookie: cookieOf(there.cookies), leads: false };
}

const cookieOf = (cookies: ReadonlyMap<string, string>): string =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

async function startOf(meeting: MeetingId, database: string): Promise<Doc> {
  const [row] = await rowsOf<{ doc: string }>(
    database,
    'select doc from meeting_snapshot where meeting_id = $1 and seq = 0',
    [meeting],
  );
  if (!row) throw new Error(`${meeting} does not start at its beginning`);
  // Written by the server a moment ago.
  return JSON.parse(row.doc) as Doc;
}

/** What the database says, past the server. */
export async function rowsOf<Row extends object>(
  database: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}
