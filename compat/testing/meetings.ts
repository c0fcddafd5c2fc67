import type { Entry } from '@rondo/live/room';
import { check, type Chance, type Evidence } from '@rondo/live/testing';
import type { Doc, MeetingId } from '@rondo/meeting';
import type pg from 'pg';
import { expect, onTestFinished, vi } from 'vitest';
import { browser, type Browser } from '../../apps/server/src/testing/browser.ts';
import { bodyOf, PASSWORD } from '../../apps/server/src/testing/people.ts';
import type { Code } from './code.ts';
import { noTraces, visit, type Traces, type Visitor } from './visitor.ts';

/** Activities of the library that every release has; together they play every kind of phase. */
export const ACTIVITIES = [
  'how-we-responded',
  'weekly-check-in',
  'moscow-priorities',
  'two-sides',
  'standup-blockers-first',
  'month-in-review',
  'delivery-health',
  'effort-and-value',
] as const;

/** Who visits with what code, and through which servers. The first one starts the meeting. */
export interface Seat {
  readonly code: Code;
  readonly urls: () => readonly string[];
}

/** The owner of the servers, and their team. */
export interface Owner {
  readonly ada: Browser;
  readonly team: string;
}

/** A meeting under way, with visitors of one release or of both. */
export interface Played {
  readonly activity: string;
  readonly meeting: MeetingId;
  readonly start: Doc;
  readonly traces: Traces;
  readonly visitors: readonly Visitor[];
  readonly chance: Chance;
}

export const cookieOf = ({ cookies }: Browser): string =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

/** Ada takes a server that nobody owns. @param code as the server has shown it */
export async function claimedBy(url: string, origin: string, code: string): Promise<Owner> {
  const ada = browser(url, origin);
  const claimed = await ada.post('/api/server/claim', {
    code,
    name: 'Ada',
    email: 'ada@example.org',
    password: PASSWORD,
    organization: 'Engines',
    team: 'Analytics',
    language: 'en',
  });
  return { ada, team: bodyOf<{ team: string }>(claimed).team };
}

/** Starts an activity, and everybody comes in: the owner, and guests by name. */
export async function gathered(
  { ada, team }: Owner,
  database: pg.Pool,
  activity: string,
  { seats, origin, seed }: { seats: readonly Seat[]; origin: string; seed: number },
): Promise<Played> {
  const started = await ada.post(`/api/teams/${team}/meetings`, { activity, guests: 'yes' });
  const { meeting } = bodyOf<{ meeting: MeetingId }>(started);
  const { rows } = await database.query<{ doc: string }>(
    'select doc from meeting_snapshot where meeting_id = $1 and seq = 0',
    [meeting],
  );
  const traces = noTraces();
  const [{ code }] = seats as readonly [Seat];
  const chance = code.chanceOf(seed);
  const visitors = await Promise.all(
    seats.map(async (seat, index) => {
      const [url = ''] = seat.urls();
      const who = index === 0 ? ada : browser(url, origin);
      if (index > 0)
        bodyOf(await who.post(`/api/meetings/${meeting}/guests`, { name: `Guest ${index}` }));
      const place = { urls: seat.urls, origin, cookie: cookieOf(who), meeting };
      const visitor = visit(seat.code, place, traces, chance);
      onTestFinished(() => visitor.client.close());
      return visitor;
    }),
  );
  // Written by the server when the meeting was made.
  const start = JSON.parse(rows[0]?.doc ?? 'null') as Doc;
  return { activity, meeting, start, traces, visitors, chance };
}

/** Everybody is in, nothing waits for an answer, and all have heard the same. */
export const calm = ({ traces, visitors }: Played): Promise<void> =>
  vi.waitFor(
    () => {
      const states = visitors.map(({ client }) => client.getState());
      const head = Math.max(...states.map(({ seq }) => seq));
      expect(states.map(({ status, waiting, seq }) => [status.is, waiting.length, seq])).toEqual(
        states.map(() => ['live', 0, head]),
      );
      expect(traces.awaited.size).toBe(0);
    },
    { timeout: 20_000, interval: 5 },
  );

/** One phase after the other, everybody doing so many things in each, all at once. */
export async function playThrough(played: Played, rounds: number): Promise<void> {
  const { start, visitors } = played;
  await calm(played);
  for (const phase of start.board.flow) {
    facilitator(visitors)?.send(null, { name: 'openPhase', args: { phase } });
    await calm(played);
    for (let round = 0; round < rounds; round++) {
      for (const each of visitors) {
        each.act();
        each.act();
      }
      await calm(played);
    }
  }
}

export const facilitator = (visitors: readonly Visitor[]): Visitor | undefined =>
  visitors.find(({ client }) => {
    const { view, me } = client.getState();
    return view !== null && view.board.facilitator === me;
  });

/** What is wrong, in words, by what the log holds; empty: nothing is lost, doubled, missed or out of order. */
export async function wrongWith(played: Played, database: pg.Pool): Promise<string[]> {
  const { meeting, start, traces, visitors } = played;
  const { rows } = await database.query<{ seq: string; body: string }>(
    'select seq, body from meeting_patch where meeting_id = $1 order by seq',
    [meeting],
  );
  const evidence: Evidence = {
    start,
    entries: rows.map(({ seq, body }): Entry => ({ seq: Number(seq), body })),
    heard: traces.heard,
    made: traces.made,
    finals: visitors.flatMap(({ client }) => {
      const state = client.getState();
      return state.me ? [{ person: state.me, state }] : [];
    }),
    left: 0,
    defects: traces.defects,
  };
  const plays = [...(visitors[0]?.code.plays.values() ?? [])];
  return check(evidence, plays).map((wrong) => `${played.activity}: ${wrong}`);
}

/** The facilitator ends it; the outcome as each of these servers tells it to the owner. */
export async function ended(
  { meeting, visitors }: Played,
  { ada }: Owner,
  urls: readonly string[],
  origin: string,
): Promise<unknown[]> {
  facilitator(visitors)?.send(null, { name: 'endMeeting', args: {} });
  return Promise.all(
    urls.map((url) => {
      const reader = browser(url, origin);
      for (const [name, value] of ada.cookies) reader.cookies.set(name, value);
      const read = () => reader.get(`/api/meetings/${meeting}/outcome`);
      return vi.waitFor(async () => bodyOf(await read()), 10_000);
    }),
  );
}
