import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inForm } from '../faults/length.ts';
import { noNginx } from '../faults/rig/nginx.ts';

// The whole Friday, as `npm run story` plays it. Each run waits for the end of a minute.

interface Told {
  readonly noticed: readonly string[];
  readonly scenes: readonly {
    readonly scene: string;
    readonly people: number;
    readonly moved: number;
    readonly refused: number;
    readonly said: readonly string[];
  }[];
}

function story(...options: string[]): Promise<{ code: number; said: string; told: Told }> {
  const args = [join(import.meta.dirname, 'main.ts'), '--json', ...options];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, (error, said, complained) => {
      const code = typeof error?.code === 'number' ? error.code : 0;
      const last = said.trim().split('\n').at(-1) ?? '';
      if (!last.startsWith('{'))
        return reject(new Error(`exit code ${code}\n${said}${complained}`));
      // Printed by the line above it.
      resolve({ code, said, told: JSON.parse(last) as Told });
    });
  });
}

const timeout = inForm({ short: 240_000, long: 600_000 });

test.skipIf(noNginx !== '')(
  `a move, an upgrade and the next peak on two machines: people notice nothing${noNginx && ` (left out: ${noNginx})`}`,
  { timeout },
  async () => {
    const { code, said, told } = await story(...inForm({ short: ['--quick'], long: [] }));
    const people = inForm({ short: 80, long: 300 });

    expect(told.noticed).toEqual([]);
    expect(code).toBe(0);
    expect(said).toContain('\nWhat people noticed: nothing.\n');
    expect(told.scenes.map((each) => each.people)).toEqual([
      ...Array.from({ length: 5 }, () => people),
      people * 1.3,
    ]);
    // What is tried is what is known: as many as at the peak, though the old server still has them all.
    expect(said).toMatch(/failure: proxy-nginx .+ people fit through/);
    expect(said).toMatch(/failure: public-address .+ open, then /);
    // Everybody twice: to the new server, and to its next release.
    expect(told.scenes[3]?.moved).toBeGreaterThanOrEqual(people);
    expect(told.scenes[4]?.moved).toBeGreaterThanOrEqual(people);
  },
);

/** The short form has shown that nothing is noticed where there is nothing. */
test.skipIf(noNginx !== '').for(inForm({ short: [], long: ['--as-it-was'] }))(
  'where nobody has looked before (%s), they notice, and it is told',
  { timeout },
  async (asItWas) => {
    const { code, said, told } = await story('--quick', asItWas);
    const [peak, , , move, , next] = told.scenes;

    expect(code).toBe(1);
    expect(said).toContain('\nWhat people noticed:\n');
    expect(peak?.said).toEqual([]);
    expect(move?.refused).toBeGreaterThan(0);
    expect(next?.refused).toBeGreaterThan(move?.refused ?? 0);
    expect(next?.said.join()).toMatch(/refused: \d+ people/);
  },
);
