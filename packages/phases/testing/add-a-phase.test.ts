import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { check, interfere, predict, simulate, type PhasePlay } from '@rondo/live/testing';
import type { PhaseKind, Registry } from '@rondo/meeting';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { phases } from '../domain.ts';
import { plays } from './plays.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const page = readFileSync(join(root, 'docs', 'add-a-phase.md'), 'utf8');
const breathe = (): Promise<void> => new Promise((resume) => setImmediate(resume));
const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

/** The files of the page's example: each piece of code that begins with the name of its file. */
const files = [...page.matchAll(/```ts\n\/\/ packages\/phases\/(\S+)\n([\s\S]*?)```/g)].map(
  ([, name = '', code = '']) => ({ name, code }),
);

// Beside the real kinds, so that it finds the same packages; gone afterwards.
const folder = mkdtempSync(join(import.meta.dirname, '.example-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let registry: Registry;
let play: PhasePlay;

beforeAll(async () => {
  for (const { name, code } of files) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, code);
  }
  const load = (name: string): Promise<Record<string, unknown>> =>
    import(pathToFileURL(join(folder, 'motto', name)).href);
  // The page's own example.
  registry = { ...phases, motto: (await load('domain/index.ts'))['motto'] as PhaseKind };
  play = (await load('testing/play.ts'))['mottoPlay'] as PhasePlay;
});

describe('the kind that docs/add-a-phase.md makes', () => {
  const flow = () => [{ kind: 'motto', settings: {} }, { kind: 'wrap-up' }];
  const run = (seed: number) => ({ seed, registry, plays: [...plays, play], flow, breathe });

  test('needs no file of another kind', () => {
    expect(files.map(({ name }) => name)).toEqual([
      'motto/outline.ts',
      'motto/domain/settings.ts',
      'motto/domain/state.ts',
      'motto/domain/commands.ts',
      'motto/domain/index.ts',
      'motto/testing/play.ts',
    ]);
    expect(files.filter(({ code }) => /\.\.\/\.\.\//.test(code))).toEqual([]);
  });

  test('is foreseen by the browser as the server does it', async () => {
    let carried = 0;
    for (const seed of SEEDS) {
      const predicted = await predict(run(seed));
      expect(predicted.wrong).toEqual([]);
      carried += predicted.carried.get('motto setMotto') ?? 0;
    }
    expect(carried).toBeGreaterThan(0);
  });

  test('tells nobody what is hidden', async () => {
    let twins = 0;
    for (const seed of SEEDS) {
      const result = await interfere({ ...run(seed), kind: 'motto' });
      expect([result.difference, result.leaks]).toEqual([null, []]);
      twins += result.twins;
    }
    expect(twins).toBeGreaterThan(SEEDS.length);
  });

  test('loses nothing when everything goes wrong', async () => {
    for (const seed of SEEDS) {
      const all = run(seed);
      expect(check(await simulate(all), all.plays)).toEqual([]);
    }
  });
});
