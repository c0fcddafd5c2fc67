import { describe, expect, test } from 'vitest';
import { lossyHub, perfectHub } from '../memory/bus.ts';
import type { Hint } from '../room/ports.ts';
import { busContract } from './bus-contract.ts';
import { testClock } from './clock.ts';

const breathe = (): Promise<void> => new Promise((resume) => setImmediate(resume));

describe('the bus in memory', () => {
  for (const { title, run } of busContract) {
    test(title, async () => {
      const clock = testClock(breathe);
      const hub = perfectHub(clock);
      const until = async (condition: () => boolean): Promise<void> => {
        await clock.advance(1);
        expect(condition()).toBe(true);
      };
      await run({ a: hub.bus(), b: hub.bus(), until });
    });
  }

  test('a lossy one loses, doubles and delays as fate has it', async () => {
    const clock = testClock(breathe);
    const fates = [[], [5, 1], [3]];
    const hub = lossyHub(clock, () => fates.shift() ?? []);
    const heard: [number, Hint][] = [];
    const start = clock.now();
    hub.bus().subscribe((hint) => heard.push([clock.now() - start, hint]));
    const sender = hub.bus();
    for (const topic of ['lost', 'doubled', 'late']) sender.publish({ k: 'poke', topic });
    await clock.advance(10);
    expect(heard).toEqual([
      [1, { k: 'poke', topic: 'doubled' }],
      [3, { k: 'poke', topic: 'late' }],
      [5, { k: 'poke', topic: 'doubled' }],
    ]);
  });
});
