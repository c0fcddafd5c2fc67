import { check, simulate } from '@rondo/live/testing';
import { describe, expect, test } from 'vitest';
import { phases } from '../domain.ts';
import { someKinds } from './flows.ts';
import { plays } from './plays.ts';

const breathe = (): Promise<void> => new Promise((resume) => setImmediate(resume));

/** `SEED=123` runs that one alone, `SEEDS=5000` so many of them. */
const only = process.env['SEED'];
const count = Number(process.env['SEEDS'] ?? 600);
const BLOCK = 50;

const blocks = only
  ? [[Number(only)]]
  : Array.from({ length: Math.ceil(count / BLOCK) }, (_, block) =>
      Array.from({ length: BLOCK }, (_, index) => 1 + block * BLOCK + index),
    );

describe('several people, several nodes, everything going wrong', () => {
  test.each(blocks.map((seeds) => ({ seeds, from: seeds[0], to: seeds.at(-1) })))(
    '[C1] [C3] [C4] [C6] seeds $from to $to: nothing lost, nothing doubled, everybody sees what the log says',
    async ({ seeds }) => {
      const wrong: string[] = [];
      for (const seed of seeds) {
        const evidence = await simulate({
          seed,
          registry: phases,
          plays,
          flow: someKinds,
          breathe,
        });
        wrong.push(...check(evidence, plays).map((each) => `SEED=${seed}: ${each}`));
      }
      expect(wrong).toEqual([]);
    },
  );
});
