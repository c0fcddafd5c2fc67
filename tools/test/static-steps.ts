import { globSync } from 'node:fs';
import { join } from 'node:path';
import { root, scriptOf } from '../repository/paths.ts';
import { runNode, type Ran } from './command.ts';
import { uncovered } from './coverage-by-tsconfig.ts';

const worlds = ['pure', 'web', 'server', 'tests'] as const;

export function format(): Promise<Ran> {
  return runNode(scriptOf('oxfmt', 'bin/oxfmt'), ['--check']);
}

export function lint(): Promise<Ran> {
  return runNode(scriptOf('oxlint', 'bin/oxlint'), [
    '--type-aware',
    '--deny-warnings',
    '--format=unix',
  ]);
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

/** Every text of the app is in the catalogs, and translated. */
export function texts(): Promise<Ran> {
  return runNode(join(root, 'tools/texts.ts'), ['--check']);
}

export function unused(): Promise<Ran> {
  return runNode(scriptOf('knip', 'bin/knip.js'), [
    '--no-progress',
    '--treat-config-hints-as-errors',
  ]);
}

/** What a new release runs on a database that the release before is still using. */
export async function migrations(): Promise<Ran> {
  const files = globSync('apps/server/src/database/migrations/*/*.sql', { cwd: root }).sort();
  if (files.length === 0) return { ok: false, output: 'There is not a single migration.' };
  const [removing, adding] = [files.filter(isContract), files.filter((file) => !isContract(file))];
  return all([await squawk(adding, notForUs), await squawk(removing, [...notForUs, ...removals])]);
}

/** Rules of squawk that do not apply here. */
const notForUs = [
  // Each file runs in one transaction and once: nothing has to be repeatable.
  'prefer-robust-stmts',
  // The migrator sets both for every file.
  'require-lock-timeout',
  'require-statement-timeout',
  // Counts of people, tasks and uses stay far below 2 billion.
  'prefer-bigint-over-int',
];

/** `contract` runs one release after `expand`, to take away what nobody uses any more. */
const removals = ['ban-drop-column', 'ban-drop-table', 'ban-drop-not-null', 'renaming-column'];

function isContract(file: string): boolean {
  return file.split(/[/\\]/).at(-2) === 'contract';
}

function squawk(files: readonly string[], excluded: readonly string[]): Promise<Ran> {
  if (files.length === 0) return Promise.resolve({ ok: true, output: '' });
  const rules = excluded.map((rule) => `--exclude=${rule}`);
  const args = [
    '--assume-in-transaction',
    '--pg-version=15.0',
    '--reporter=gcc',
    ...rules,
    ...files,
  ];
  return runNode(scriptOf('squawk-cli', 'js/bin/squawk'), args);
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
