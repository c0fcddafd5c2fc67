import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './paths.ts';

interface Manifest {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** Every package of others that any part of the product names. */
function named(): string[] {
  const files = globSync('{package.json,{apps,packages}/*/package.json}', { cwd: root });
  const all = files.flatMap((file) => {
    // A manifest that has another shape could not be installed.
    const manifest = JSON.parse(readFileSync(join(root, file), 'utf8')) as Manifest;
    return Object.entries({ ...manifest.dependencies, ...manifest.optionalDependencies });
  });
  const others = all.filter(([, version]) => !version.startsWith('workspace:'));
  return [...new Set(others.map(([name]) => name))].sort();
}

function documented(): string[][] {
  const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
  return [...page.matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$/gm)].map((row) => row.slice(1));
}

it('docs/dependencies.md gives a reason for every dependency, and names no other', () => {
  const names = documented().map(([name = '']) => name);
  expect(names.toSorted()).toEqual(named());
  for (const [name, , why = ''] of documented()) expect(why.length, name).toBeGreaterThan(15);
});

// 45 until data left with the team: ZIP both ways and tables of other tools are no 20 lines.
it('there are at most 47 dependencies', () => {
  expect(named().length).toBeLessThanOrEqual(47);
});
