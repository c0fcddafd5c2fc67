import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeFolders } from './folders.ts';
import { finishSwitch, switchTo } from './switch.ts';

const PLAN = JSON.stringify({ next: 'cluster-next', aside: 'cluster-17' });

/** @param clusters which folders there are, each with its name in it */
function home(...clusters: string[]) {
  const made = mkdtempSync(join(tmpdir(), 'rondo-switch-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  for (const name of clusters) {
    mkdirSync(join(made, name));
    writeFileSync(join(made, name, 'name'), name);
  }
  const folders = makeFolders(made);
  const now = (): Record<string, string> =>
    Object.fromEntries(
      readdirSync(made)
        .sort()
        .map((name) => [name, readFileSync(join(made, name, 'name'), 'utf8')]),
    );
  return { folders, now, plan: join(made, 'switch.json') };
}

const SWITCHED = { cluster: 'cluster-next', 'cluster-17': 'cluster' };

it('changes places, and never takes a name that is taken', () => {
  const { folders, now } = home('cluster', 'cluster-next');
  expect(switchTo(folders, 'cluster-next', 'cluster-17')).toBe(join(folders.home, 'cluster-17'));
  expect(now()).toEqual(SWITCHED);
  const again = home('cluster', 'cluster-next', 'cluster-17');
  switchTo(again.folders, 'cluster-next', 'cluster-17');
  expect(again.now()).toMatchObject({ 'cluster-17': 'cluster-17', 'cluster-17-2': 'cluster' });
});

it('is finished by the next start, wherever it was cut short', () => {
  const planned = home('cluster', 'cluster-next');
  writeFileSync(planned.plan, PLAN);
  finishSwitch(planned.folders);
  expect(planned.now()).toEqual(SWITCHED);

  const aside = home('cluster-17', 'cluster-next');
  writeFileSync(aside.plan, PLAN);
  finishSwitch(aside.folders);
  expect(aside.now()).toEqual({ cluster: 'cluster-next', 'cluster-17': 'cluster-17' });

  const both = home('cluster', 'cluster-17');
  writeFileSync(both.plan, PLAN);
  finishSwitch(both.folders);
  expect(both.now()).toEqual({ cluster: 'cluster', 'cluster-17': 'cluster-17' });
});

it('where there was nothing before, there is the new one', () => {
  const { folders, now } = home('cluster-next');
  switchTo(folders, 'cluster-next', 'cluster-before');
  expect(now()).toEqual({ cluster: 'cluster-next' });
});
