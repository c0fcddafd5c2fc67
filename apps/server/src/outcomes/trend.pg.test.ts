import type { StatementTrend } from '@rondo/contract';
import type { Outcome, OutcomePart } from '@rondo/meeting';
import { beforeAll, expect, it } from 'vitest';
import { browser, type Browser } from '../testing/browser.ts';
import { endMeeting, startedIn } from '../testing/meetings.ts';
import { bodyOf, claimedBy, inMeeting, stranger } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';

let server: TestServer;
let ada: Browser;
let team: string;

beforeAll(async () => {
  server = await testServer();
  ({ ada, team } = await claimedBy(server));
});

/** A meeting of that activity that has ended, so many days ago, with a rating in its outcome. */
async function ended(
  daysAgo: number,
  rated: Partial<Extract<OutcomePart, { as: 'scale' }>>,
  { activity = 'start-stop-continue', isBehindReview = false } = {},
): Promise<string> {
  const meeting = await startedIn(team, ada, { activity, guests: 'yes' });
  const guest = browser(server.url);
  bodyOf(await guest.post(`/api/meetings/${meeting}/guests`, { name: 'Kim' }));
  guests.set(meeting, guest);
  (await inMeeting(server, guest, meeting)).socket.close();
  await endMeeting(server, meeting);
  const outcome = bodyOf<Outcome>(await ada.get(`/api/meetings/${meeting}/outcome`));
  const endedAt = Date.now() - daysAgo * 86_400_000;
  const part: OutcomePart = {
    as: 'scale',
    statement: 'pace',
    question: 'Our pace is right',
    counts: [0, 1, 2, 2, 0],
    answers: 5,
    low: 'no',
    high: 'yes',
    ...rated,
  };
  const rate = { kind: 'rate', title: 'Rate', parts: [part] };
  // Where promises came first, all others stand one place behind.
  const phases = isBehindReview
    ? [
        { id: 'review-1', kind: 'review', title: 'Review', parts: [] },
        { ...rate, id: 'rate-2' },
      ]
    : [{ ...rate, id: 'rate-1' }];
  await server.app.db
    .updateTable('outcome')
    .set({ outcome: JSON.stringify({ ...outcome, endedAt, phases }) })
    .where('meeting_id', '=', meeting)
    .execute();
  await server.app.db
    .updateTable('meeting')
    .set({ ended_at: new Date(endedAt) })
    .where('id', '=', meeting)
    .execute();
  return meeting;
}

const guests = new Map<string, Browser>();

const trendFor = async (who: Browser, meeting: string): Promise<StatementTrend[]> =>
  bodyOf<{ statements: StatementTrend[] }>(await who.get(`/api/meetings/${meeting}/trend`))
    .statements;

it('tells how the team answered before, the earliest run first, and nothing of too few answers', async () => {
  await ended(30, { counts: [1, 1, 1, 1, 1] }, { isBehindReview: true });
  await ended(20, { counts: null, answers: 3 });
  await ended(15, { statement: 'other' });
  await ended(14, { counts: [3, 3], answers: 6 });
  await ended(13, {}, { activity: 'sailboat' });
  const last = await ended(10, {});
  await ended(1, {});
  const [pace, ...rest] = await trendFor(ada, last);
  expect(rest).toEqual([]);
  expect(pace?.statement).toBe('pace');
  expect(pace?.runs.map(({ counts, answers }) => ({ counts, answers }))).toEqual([
    { counts: [1, 1, 1, 1, 1], answers: 5 },
    { counts: null, answers: 3 },
  ]);

  // Whoever was a guest in this one was not in those before it; a stranger learns nothing at all.
  const guest = guests.get(last);
  if (!guest) throw new Error('every meeting had a guest');
  expect((await guest.get(`/api/meetings/${last}/outcome`)).status).toBe(200);
  expect(await trendFor(guest, last)).toEqual([]);
  const eve = await stranger(server, 'Eve');
  expect((await eve.get(`/api/meetings/${last}/trend`)).status).toBe(404);
  expect((await browser(server.url).get(`/api/meetings/${last}/trend`)).status).toBe(404);
});
