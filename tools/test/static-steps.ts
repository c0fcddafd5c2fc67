import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { root, scriptOf } from '../root.ts';
import { runNode, type Ran } from './command.ts';
import { uncovered } from './coverage-by-tsconfig.ts';

const worlds = ['pure', 'web', 'server', 'tests'] as const;

export function format(): Promise<Ran> {
  return runNode(scriptOf('oxfmt', 'bin/oxfmt'), ['--check']);
}

export function lint(): Promise<Ran> {
  return runNode(scriptOf('oxlint', 'bin/oxlint'), ['--type-aware', '--deny-warnings']);
}

export async function types(): Promise<Ran> {
  const tsc = scriptOf('typescript', 'bin/tsc');
  const results: Ran[] = [];
  for (const world of worlds) {
    results.push(await runNode(tsc, ['--pretty', 'false', '-p', `tsconfig.${world}.json`]));
  }
  return all([...results, await everyFileHasAWorld()]);
}

/** A file that no tsconfig names would never be checked, and nobody would notice. */
async function everyFileHasAWorld(): Promise<Ran> {
  const files = await uncovered(worlds);
  return {
    ok: files.length === 0,
    output: files.map((file) => `${file}: no tsconfig.*.json includes this file`).join('\n'),
  };
}

export function unused(): Promise<Ran> {
  return runNode(scriptOf('knip', 'bin/knip.js'), [
    '--no-progress',
    '--treat-config-hints-as-errors',
  ]);
}

/** `expand` runs while the old release still works; `contract` removes what it needed. */
export async function migrations(): Promise<Ran> {
  const folder = 'apps/server/src/database/migrations';
  const squawk = scriptOf('squawk-cli', 'js/bin/squawk');
  const lintFolder = (name: string, excluded: string[]): Promise<Ran> => {
    const files = globSync(`${folder}/${name}/*.sql`, { cwd: root }).sort();
    if (files.length === 0) return Promise.resolve({ ok: true, output: '' });
    const rules = excluded.map((rule) => `--exclude=${rule}`);
    return runNode(squawk, ['--assume-in-transaction', '--pg-version=15.0', ...rules, ...files]);
  };
  if (!existsSync(join(root, folder, 'expand'))) {
    return { ok: false, output: `${folder}/expand is missing` };
  }
  return all([await lintFolder('expand', []), await lintFolder('contract', [])]);
}

function all(results: readonly Ran[]): Ran {
  return {
    ok: results.every((each) => each.ok),
    output: results
      .map((each) => each.output)
      .filter((each) => each !== '')
      .join('\n'),
  };
}
