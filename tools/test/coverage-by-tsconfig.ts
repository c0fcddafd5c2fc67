import { join, normalize } from 'node:path';
import { root, scriptOf } from '../repository/paths.ts';
import { run, runNode } from './command.ts';

/**
 * TypeScript files of the repository that none of the given tsconfigs names.
 * @param worlds the middle part of `tsconfig.<world>.json`
 * @returns paths relative to the repository
 */
export async function uncovered(worlds: readonly string[]): Promise<string[]> {
  const [files, ...named] = await Promise.all([filesOfRepository(), ...worlds.map(filesNamedBy)]);
  const known = new Set(named.flat());
  return files.filter((file) => !known.has(file));
}

async function filesOfRepository(): Promise<string[]> {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '*.ts', '*.tsx'];
  const { ok, output } = await run('git', args);
  if (!ok) throw new Error(output);
  return output.split('\0').filter((file) => file !== '');
}

async function filesNamedBy(world: string): Promise<string[]> {
  const tsc = scriptOf('typescript', 'bin/tsc');
  const { output } = await runNode(tsc, ['--showConfig', '-p', `tsconfig.${world}.json`]);
  // With no file at all, tsc says so instead; the types step has reported that already.
  const names = [...output.matchAll(/^\s*"(\.\/[^"]+\.tsx?)",?$/gm)].map((match) => match[1] ?? '');
  return names.map((name) => normalize(join(root, name)).slice(root.length + 1));
}
