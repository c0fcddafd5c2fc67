import { check, type Evidence } from '@rondo/live/testing';
import type { Doc, MeetingId } from '@rondo/meeting';
import pg from 'pg';
import { expect, vi } from 'vitest';
import { browser, type Browser } from '../../apps/server/src/testing/browser.ts';
import type { ServerProcess } from '../../deploy/testing/server-process.ts';
import { plays } from '../../packages/phases/testing/plays.ts';
import { person, type Person } from './person.ts';

/** A meeting on a new server, in which people write cards while something goes wrong. */
export interface Meeting {
  readonly meeting: MeetingId;
  readonly team: string;
  /** Who owns the server and leads the meeting, in a browser. */
  readonly ada: Browser;
  /** The same, in the meeting. */
  readonly leader: Person;
  /** Everybody, the leader first. */
  readonly people: readonly Person[];
  /** Everybody is in, and nothing waits for an answer. */
  readonly settled: (withinMs?: number) => Promise<void>;
  /** All that was made, told and seen, beside what the log says. */
  readonly evidence: () => Promise<Evidence>;
  /** Everything that is wrong with it, in words. */
  readonly wrong: () => Promise<string[]>;
  readonly leave: () => void;
}

interface Wanted {
  readonly size: number;
  /** Past every proxy. */
  readonly database: string;
  /** Where people find a server, by their number; the server itself unless said. */
  readonly urls?: (each: number) => readonly string[];
  /** No record is kept: nothing can be held against the log afterwards. */
  readonly forgets?: boolean;
}

export async function meetingOn(
  { url, claimCode }: Pick<ServerProcess, 'url' | 'claimCode'>,
  { size, database, urls = () => [url], forgets = false }: Wanted,
): Promise<Meeting> {
  const ada = browser(url);
  const claimed = await ada.post('/api/server/claim', {
    code: claimCode,
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
  const wanted = { activity: 'start-stop-continue', without: [0], guests: 'yes' };
  const started = await ada.post(`/api/teams/${team}/meetings`, wanted);
  const { meeting } = started.json() as { meeting: MeetingId };
  const start = await firstDocument(database, meeting);
  const enter = (name: string, who: Browser, each: number): Person => {
    const cookie = [...who.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    return person({ name, cookie, meeting, urls: () => urls(each), forgets });
  };
  const leader = enter('Ada', ada, 0);
  const people = [leader];
  for (let each = 1; each < size; each++) {
    const guest = browser(url);
    const answer = await guest.post(`/api/meetings/${meeting}/guests`, { name: `Guest ${each}` });
    if (answer.status !== 200) throw new Error(`guest ${each}: ${answer.status} ${answer.text}`);
    people.push(enter(`Guest ${each}`, guest, each));
  }
  const settled = (withinMs = 20_000): Promise<void> =>
    vi.waitFor(() => expect(people.flatMap(unrest)).toEqual([]), {
      timeout: withinMs,
      interval: 20,
    });
  const evidence = async (): Promise<Evidence> => {
    const entries = await entriesOf(database, meeting);
    const head = entries.at(-1)?.seq ?? 0;
    await vi.waitFor(
      () =>
        expect(people.map(({ client }) => client.getState().seq)).toEqual(people.map(() => head)),
      { timeout: 10_000, interval: 20 },
    );
    return {
      start,
      entries,
      heard: people.flatMap((each) => each.heard),
      made: people.flatMap((each) => each.made),
      finals: people.flatMap(({ client }) => {
        const state = client.getState();
        return state.me ? [{ person: state.me, state }] : [];
      }),
      left: 0,
      defects: people.flatMap((each) => each.defects),
    };
  };
  await settled();
  return {
    meeting,
    team,
    ada,
    leader,
    people,
    settled,
    evidence,
    wrong: async () => check(await evidence(), plays),
    leave: () => people.forEach(({ client }) => client.close()),
  };
}

function unrest({ name, client }: Person): string[] {
  const { status, waiting } = client.getState();
  const isCalm = status.is === 'live' && waiting.length === 0;
  return isCalm ? [] : [`${name} is ${status.is}, ${waiting.length} wait`];
}

async function rows<Row extends pg.QueryResultRow>(
  database: string,
  text: string,
  meeting: string,
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    return (await client.query<Row>(text, [meeting])).rows;
  } finally {
    await client.end();
  }
}

async function firstDocument(database: string, meeting: MeetingId): Promise<Doc> {
  const text = 'select seq, doc from meeting_snapshot where meeting_id = $1';
  const [first] = await rows<{ seq: string; doc: string }>(database, text, meeting);
  if (first?.seq !== '0') throw new Error('the meeting went on before anybody was in it');
  // The log holds what nodes have written.
  return JSON.parse(first.doc) as Doc;
}

async function entriesOf(database: string, meeting: MeetingId): Promise<Evidence['entries']> {
  const text = 'select seq, body from meeting_patch where meeting_id = $1 order by seq';
  const found = await rows<{ seq: string; body: string }>(database, text, meeting);
  return found.map(({ seq, body }) => ({ seq: Number(seq), body }));
}
