import { predict } from '@rondo/live/testing';
import { meetingCommands } from '@rondo/meeting';
import { beforeAll, describe, expect, test } from 'vitest';
import { phases } from '../domain.ts';
import { someKinds } from './flows.ts';
import { plays } from './plays.ts';

const breathe = (): Promise<void> => new Promise((resume) => setImmediate(resume));
/** All seeds in one go, on a machine that has much else to do, ms. */
const PATIENCE_MS = 60_000;
const SEEDS = Array.from({ length: 240 }, (_, index) => index + 1);

/** Every command that a person can give, as `kind command`. */
const commands = [
  ...Object.values(meetingCommands).map((command) => ({ kind: 'meeting', command })),
  ...Object.values(phases).flatMap(({ kind, commands }) =>
    Object.values(commands).map((command) => ({ kind, command })),
  ),
].filter(({ command }) => command.by !== 'server');

describe('without concurrency', () => {
  const wrong: string[] = [];
  const carried = new Map<string, number>();

  beforeAll(async () => {
    for (const seed of SEEDS) {
      const run = { seed, registry: phases, plays, flow: someKinds, breathe };
      const predicted = await predict(run);
      wrong.push(...predicted.wrong.map((each) => `seed ${seed}, ${each}`));
      for (const [name, count] of predicted.carried)
        carried.set(name, (carried.get(name) ?? 0) + count);
    }
  }, PATIENCE_MS);

  test('[C1] what a person sees at once is what the log says afterwards', () => {
    expect(wrong).toEqual([]);
  });

  test.each(commands.map(({ kind, command }) => `${kind} ${command.name}`))(
    '[C1] the prediction of %s was put to the test',
    (name) => {
      expect(carried.get(name) ?? 0).toBeGreaterThan(0);
    },
  );

  test('every kind brings its play', () => {
    expect(plays.map(({ kind }) => kind).sort()).toEqual(Object.keys(phases).sort());
  });
});
