import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../repository/paths.ts';
import { linkPackages } from './link-packages.ts';

/** What was given to people, oldest first: `releases.json`, a line more with every release. */
export interface Release {
  readonly version: string;
  /** Of its whole tree. */
  readonly commit: string;
}

/** The code of a release in a folder of its own, ready to run. */
export interface Unpacked extends Release {
  readonly folder: string;
}

const FOLDER = join(root, '.rondo/releases');

/** What a server and its clients need; tests, tools and texts for people stay in the history. */
const NEEDED = ['apps', 'packages', 'activities', 'package.json', 'pnpm-lock.yaml'];

/** All releases so far. */
export function releases(): readonly Release[] {
  // Our own file, read by nothing else.
  return JSON.parse(readFileSync(join(import.meta.dirname, 'releases.json'), 'utf8')) as Release[];
}

/** The release that people run while they get this one. */
export function previousRelease(): Release {
  const last = releases().at(-1);
  if (!last) throw new Error('tools/releases/releases.json names no release');
  return last;
}

/**
 * A release's real code from the history, unpacked once and kept; or why it cannot be had, such as
 * in a clone without history.
 */
export function unpacked(release: Release): Unpacked | { readonly missing: string } {
  const folder = join(FOLDER, release.commit);
  if (!existsSync(folder)) {
    if (!isInHistory(release.commit))
      return { missing: `release ${release.version} is not in this clone’s history` };
    unpack(release.commit, folder);
  }
  const absent = linkPackages(folder);
  if (absent.length === 0) return { ...release, folder };
  const install = 'npx --yes pnpm@12.21.0 install --frozen-lockfile';
  return {
    missing: `release ${release.version} needs ${absent.join(', ')}: run “${install}” in ${folder}`,
  };
}

function isInHistory(commit: string): boolean {
  try {
    execFileSync('git', ['cat-file', '-e', `${commit}^{tree}`], { cwd: root, stdio: 'pipe' });
    return true;
  } catch {
    // No git, no repository, or a clone that does not go back so far.
    return false;
  }
}

/** Whole or not at all, also where several do it at once. */
function unpack(commit: string, folder: string): void {
  mkdirSync(FOLDER, { recursive: true });
  const draft = mkdtempSync(join(FOLDER, 'unpacking-'));
  const there = execFileSync('git', ['ls-tree', '--name-only', commit], { cwd: root });
  const names = there.toString().split('\n');
  const wanted = [...NEEDED, 'pnpm-workspace.yaml'].filter((name) => names.includes(name));
  const archive = execFileSync('git', ['archive', commit, ...wanted], {
    cwd: root,
    maxBuffer: 2 ** 28,
  });
  execFileSync('tar', ['-x', '-C', draft], { input: archive });
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}
