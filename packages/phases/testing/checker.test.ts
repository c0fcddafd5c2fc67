import { chanceOf, check, MUTANTS, simulate, type Evidence } from '@rondo/live/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { phases } from '../domain.ts';
import { someKinds } from './flows.ts';
import { plays } from './plays.ts';

const breathe = (): Promise<void> => new Promise((resume) => setImmediate(resume));
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const TRIES = 5;

describe('the checker of simulated meetings', () => {
  let runs: { seed: number; evidence: Evidence }[] = [];

  beforeAll(async () => {
    runs = await Promise.all(
      SEEDS.map(async (seed) => {
        const run = { seed, registry: phases, plays, flow: someKinds, breathe };
        return { seed, evidence: await simulate(run) };
      }),
    );
  });

  test('finds nothing wrong with what really happened', () => {
    for (const { evidence } of runs) expect(check(evidence, plays)).toEqual([]);
  });

  test.each(MUTANTS)('notices $name, wherever it happens', (mutant) => {
    const missed: string[] = [];
    let tried = 0;
    for (const { seed, evidence } of runs) {
      for (let index = 0; index < TRIES; index++) {
        const lie = mutant.of(evidence, chanceOf(seed * 1_000 + index));
        if (!lie) continue;
        tried++;
        if (check(lie, plays).length === 0) missed.push(`seed ${seed}, try ${index}`);
      }
    }
    expect(missed).toEqual([]);
    expect(tried).toBeGreaterThan(SEEDS.length);
  });

  test.each([
    ['drops one patch', (text: string) => text.replace(/,"b":.*$/, '}')],
    [
      'doubles one patch as the next entry',
      (text: string) => text.replace(/"s":(\d+)/, (_, s) => `"s":${Number(s) + 1}`),
    ],
  ])('notices a server that %s', async (_, tamper) => {
    const missed: number[] = [];
    for (const seed of SEEDS) {
      let patches = 0;
      const evidence = await simulate({
        seed,
        registry: phases,
        plays,
        flow: someKinds,
        breathe,
        tamper: (_heard, text) =>
          /^\{"t":"p","s":\d+,"b"/.test(text) && ++patches === 20 ? tamper(text) : text,
      });
      expect(patches).toBeGreaterThan(20);
      if (check(evidence, plays).length === 0) missed.push(seed);
    }
    expect(missed).toEqual([]);
  });
});
