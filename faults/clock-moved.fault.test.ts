import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, onTestFinished, test, vi } from 'vitest';
import { browser } from '../apps/server/src/testing/browser.ts';
import { freshDatabase } from '../apps/server/src/testing/postgres.ts';
import { inForm } from './length.ts';
import { noOtherClocks, otherClock } from './rig/other-clock.ts';
import { facilitate } from './rig/people/facilitate.ts';
import { meetingOn } from './rig/people/meeting.ts';
import { tell } from './rig/tell.ts';
import { twoNodes } from './rig/two-nodes.ts';

const HOUR = 3_600;
const SIZE = inForm({ short: 6, long: 40 });
/** A timer that is shown wrong by more than this, ms, is wrong. */
const OFF = 1_000;
const leftOut = noOtherClocks === '' ? '' : ` (left out: ${noOtherClocks})`;
const folder = mkdtempSync(join(tmpdir(), 'rondo-clocks-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.skipIf(noOtherClocks !== '')(
  `two servers whose clocks are an hour before and after the database, and are set meanwhile: timers are right for everybody${leftOut}`,
  async () => {
    const early = otherClock(join(folder, 'early'), HOUR);
    const late = otherClock(join(folder, 'late'), -HOUR);
    const database = await freshDatabase();
    const { nodes, urls } = await twoNodes(onTestFinished, { DATABASE_URL: database }, [
      early.environment,
      late.environment,
    ]);
    const there = await meetingOn(nodes[0], { size: SIZE, database, urls });
    onTestFinished(there.leave);

    // Whoever signs in at one of them is signed in at the other.
    const ada = browser(nodes[1].url);
    for (const [name, value] of there.ada.cookies) ada.cookies.set(name, value);
    const credentials = { email: 'ada@example.org', password: 'a long enough password' };
    const again = browser(nodes[1].url);
    expect((await again.post('/api/auth/sign-in/email', credentials)).status).toBe(200);
    for (const each of [there.ada, ada, again])
      expect((await each.get('/api/me')).status).toBe(200);

    // A date of a series whose time has come by both clocks is held once, whoever asks.
    const client = new pg.Client({ connectionString: database });
    await client.connect();
    onTestFinished(() => client.end());
    const planned = await there.ada.post(`/api/teams/${there.team}/series`, WEEKLY);
    const { id, key } = planned.json() as { id: string; key: string };
    await client.query(
      `update series set next_at = date_trunc('second', now()) - interval '2 hours', starts_at = '2020-01-07T09:30' where id = $1`,
      [id],
    );
    const asked = [there.ada, ada].flatMap((each) =>
      Array.from({ length: 5 }, () => each.get(`/api/series-links/${key}`)),
    );
    expect(new Set((await Promise.all(asked)).map(({ status }) => status))).toEqual(new Set([200]));
    const dates = await client.query<{ state: string }>(
      'select state, meeting_id from occurrence where series_id = $1',
      [id],
    );
    expect(dates.rows.map(({ state }) => state)).toEqual(['held']);

    const [, guest] = there.people;
    if (!guest) throw new Error('nobody came');
    const seconds = 600;
    const begun = performance.now();
    expect(await facilitate(there.leader, 'startTimer', undefined, seconds)).toBe('done');
    const worst = async (): Promise<number> => {
      await vi.waitFor(() =>
        expect(
          there.people.map(({ client: each }) => each.getState().view?.board.timer),
        ).not.toContain(null),
      );
      const left = seconds * 1_000 - (performance.now() - begun);
      return Math.max(
        ...there.people.map(({ client: each }) => {
          const timer = each.getState().view?.board.timer;
          return Math.abs((timer?.endsAt ?? 0) - each.serverTime() - left);
        }),
      );
    };
    const to = (moment: number): number => (moment - Date.now()) / 1_000;
    const settings: [string, () => number][] = [
      ['as they started', () => HOUR],
      ['two hours back', () => -HOUR],
      ['over the end of the year', () => to(Date.UTC(2026, 11, 31, 22, 59, 59))],
      ['into summer time', () => to(Date.UTC(2027, 2, 28, 0, 59, 59))],
      ['out of summer time', () => to(Date.UTC(2026, 9, 25, 0, 59, 59))],
      ['right at last', () => 0],
    ];
    for (const [what, offset] of settings) {
      early.set(offset());
      // Over the moment itself, and in the long form over a look at the database's clock as well.
      // Months ahead, sessions would rightly be over when they are looked at.
      const isNear = Math.abs(offset()) <= HOUR;
      await pause(isNear ? inForm({ short: 600, long: 26_000 }) : 600);
      await Promise.all(there.people.map((each) => each.write()));
      // Whoever comes now is told the time anew.
      const second = guest.again(nodes[0].url);
      await vi.waitFor(() => expect(second.getState().view?.board.timer).toBeTruthy());
      const off = Math.abs(second.serverTime() - there.leader.client.serverTime());
      second.close();
      const wrongBy = await worst();
      tell(
        `${what}: timers off by ${Math.round(wrongBy)} ms at most, for newcomers ${Math.round(off)} ms`,
      );
      expect(Math.max(wrongBy, off)).toBeLessThan(OFF);
    }
    await there.settled();
    expect(await there.wrong()).toEqual([]);
  },
);

const WEEKLY = {
  activity: 'start-stop-continue',
  name: 'Sprint {n} retro',
  number: 1,
  first: '2099-03-02T09:30',
  zone: 'Europe/Berlin',
  rhythm: { every: 'week', interval: 1, on: [2] },
  until: null,
  pauses: [],
  guests: null,
  anonymous: false,
  without: [],
  options: {},
  facilitator: null,
  mail: false,
  endPrevious: false,
};
