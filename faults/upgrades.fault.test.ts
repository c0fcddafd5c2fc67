import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { goneProcess, launched } from '../apps/server/src/operations/upgrade/testing/launched.ts';
import { releaseFolder } from '../apps/server/src/operations/upgrade/testing/release.ts';
import { requests } from '../apps/server/src/operations/upgrade/testing/requests.ts';
import { version } from '../apps/server/src/version.ts';
import { inForm, isLong } from './length.ts';
import { heldUp } from './rig/held-up.ts';
import { gathering } from './rig/people/hall.ts';
import { unnoticedLies } from './rig/people/mutants.ts';
import { disturbances, quantile, type Noticed } from './rig/people/noticed.ts';
import { participant } from './rig/people/participant.ts';
import { recordsOf, wrongIn } from './rig/people/record.ts';
import { settled, work } from './rig/people/work.ts';
import { tell } from './rig/tell.ts';

const HERE = join(import.meta.dirname, '..');
const SWITCHES = inForm({ short: 2, long: 10 });
const MEETINGS = inForm({ short: 4, long: 20 });
const EACH = 25;
const PEOPLE = MEETINGS * EACH;
/** Things that people do, for all of them together. */
const PER_SECOND = inForm({ short: 40, long: 100 });
/** What people see before anything is done to the server is what they are to see while it is, ms. */
const CONTROL_MS = inForm({ short: 2_000, long: 20_000 });
/** Of the time until an answer, an upgrade may add so much, ms. */
const MOST_ADDED_MS = 100;
const WINDOW_MS = 1_000;

/** Each brings what the ones before it have brought, and a change of tables that are in use. */
const migrations = (most: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: most }, (_, each) => [
      `src/database/migrations/expand/9${String(each).padStart(3, '0')}_more.sql`,
      `create table more_${each} (id bigint primary key, about text not null);
       alter table meeting_head add column more_${each} text;
       alter table meeting add column more_${each} bigint;`,
    ]),
  );

/** Up, back, up to one that is newer still, back… */
const release = (turn: number): { folder: string; name: string } => {
  if (turn % 2 === 1) return { folder: releaseFolder({ version }), name: version };
  const name = `9.${turn}.0`;
  return { folder: releaseFolder({ version: name, files: migrations(turn / 2 + 1) }), name };
};

test(
  `nobody of ${PEOPLE} notices ${SWITCHES} upgrades and ways back`,
  { timeout: inForm({ short: 120_000, long: 1_200_000 }) },
  async () => {
    // Copied beforehand: while this process copies, nobody in it hears an answer.
    const releases = Array.from({ length: SWITCHES }, (_, turn) => release(turn));
    const server = await launched(HERE);
    const there = await gathering(server, MEETINGS, EACH);
    const people = there.seats.map((seat) => participant(seat, () => server.url));
    await settled(people);
    const noticed = people.map((each) => each.noticed);
    const postgres = server.postgres();

    const working = work(people, PER_SECOND);
    const asking = requests(server.url);
    const control = performance.now();
    await pause(CONTROL_MS);
    const begun = performance.now();
    const slower = heldUp();
    for (const { folder, name } of releases) {
      const old = (await server.status())?.pid ?? 0;
      const steps = await server.upgrade(folder);
      expect(steps.map(({ step }) => step)).toEqual(['starting', 'ready', 'moving', 'done']);
      expect(steps.at(-1)).toMatchObject({ to: name, moved: PEOPLE, cut: 0 });
      await goneProcess(old);
      expect(await server.status()).toMatchObject({ release: name, state: 'serving', folder });
    }
    const over = performance.now();
    const timesSlower = slower();
    const asked = await asking.stop();
    await working.stop();

    expect(disturbances(noticed)).toEqual([]);
    expect(asked).toEqual({ answered: expect.any(Number), wrong: [] });
    expect(asked.answered).toBeGreaterThan(100);
    expect(server.postgres()).toBe(postgres);
    const records = await recordsOf(there, people);
    expect(wrongIn(records)).toEqual([]);
    expect(Math.min(...noticed.map(({ connections }) => connections))).toBe(SWITCHES + 1);
    expect(records.flatMap(({ made }) => made).length).toBeGreaterThan(PER_SECOND);

    const [before, during] = [answersIn(noticed, control, begun), answersIn(noticed, begun, over)];
    const figures = [before, during].map((each) =>
      [0.5, 0.99].map((part) => Math.round(quantile(each.flat(), part))).join(' and '),
    );
    tell(
      `answers, median and p99, ms: ${figures[0]} before, ${figures[1]} during; ` +
        `${during.flat().length} of them, ${asked.answered} requests, 0 wrong; ` +
        `usual p99 of a second ${Math.round(usualP99(before))} and ${Math.round(usualP99(during))}, ` +
        `held up by others ${timesSlower.toFixed(1)} times`,
    );
    const added = usualP99(during) - usualP99(before);
    if (isLong) expect(added / timesSlower).toBeLessThanOrEqual(MOST_ADDED_MS);

    // What has found nothing wrong would have found it.
    expect(unnoticedLies(records[0], noticed)).toEqual([]);
    for (const { client } of people) client.close();
  },
);

/** How long answers took, in windows of a second each: one stall of the machine is in one of them. */
function answersIn(noticed: readonly Noticed[], from: number, to: number): number[][] {
  const windows = new Map<number, number[]>();
  for (const { at, ms } of noticed.flatMap(({ answered }) => answered)) {
    if (at < from || at >= to) continue;
    const window = Math.floor((at - from) / WINDOW_MS);
    windows.set(window, [...(windows.get(window) ?? []), ms]);
  }
  return [...windows.values()];
}

const usualP99 = (windows: readonly number[][]): number =>
  quantile(
    windows.map((each) => quantile(each, 0.99)),
    0.5,
  );
