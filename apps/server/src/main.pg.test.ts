import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isAlive } from './database/embedded/lock-file.ts';

/** The server as people start it: a process of its own with the embedded PostgreSQL. */
function start(environment: Record<string, string>) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { PATH: process.env['PATH'], PORT: '0', ...environment },
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { child, said: () => said };
}

async function started(data: string) {
  const server = start({ RONDO_DATA: data });
  // As long as it takes: for what never comes, tests have a limit.
  await new Promise<void>((resolve, reject) => {
    server.child.stdout.on('data', () => {
      if (/^Cookies:.*\n/m.test(server.said())) resolve();
    });
    server.child.once('exit', () => reject(new Error(`It does not start:\n${server.said()}`)));
  });
  const url = /Rondo is ready: *(\S+)/.exec(server.said())?.[1] ?? '';
  const code = /with the code (\S+)/.exec(server.said())?.[1] ?? '';
  return { ...server, url, code };
}

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-main-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'data');
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  child.kill(signal);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

function postgresIn(data: string): number {
  const file = join(data, 'postgres', 'cluster', 'postmaster.pid');
  return Number(readFileSync(file, 'utf8').split('\n')[0]);
}

describe('the first start', () => {
  it('says where it is, where the data lives, how to make the first account, and where mails go', async () => {
    const data = dataFolder();
    const { child, said, url, code } = await started(data);
    expect(url).toMatch(/^http:\/\/localhost:\d+$/);
    expect(said()).toContain(data);
    expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    expect(said()).toContain('kept in the outbox');
    expect((await fetch(`${url}/ready`)).status).toBe(200);
    expect(statSync(join(data, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(await ended(child, 'SIGTERM')).toBe(0);
  });
});

describe('the server', () => {
  it('that is told to stop takes PostgreSQL along', async () => {
    const data = dataFolder();
    const { child } = await started(data);
    const postgres = postgresIn(data);
    expect(await ended(child, 'SIGINT')).toBe(0);
    expect(isAlive(postgres)).toBe(false);
  });

  it('that is killed is followed by one that goes on with the same PostgreSQL and a new code', async () => {
    const data = dataFolder();
    const first = await started(data);
    const postgres = postgresIn(data);
    await ended(first.child, 'SIGKILL');
    expect(isAlive(postgres)).toBe(true);
    const second = await started(data);
    expect(postgresIn(data)).toBe(postgres);
    expect(second.code).not.toBe(first.code);
    expect(await ended(second.child, 'SIGTERM')).toBe(0);
    expect(isAlive(postgres)).toBe(false);
  });

  it('leaves PostgreSQL to another that works with it', async () => {
    const data = dataFolder();
    const old = await started(data);
    const next = await started(data);
    expect(await ended(old.child, 'SIGTERM')).toBe(0);
    expect((await fetch(`${next.url}/ready`)).status).toBe(200);
    const postgres = postgresIn(data);
    expect(await ended(next.child, 'SIGTERM')).toBe(0);
    expect(isAlive(postgres)).toBe(false);
  });

  it.each([
    [{ RONDO_SIGNUP: 'open' }, 'did you mean RONDO_SIGN_UP?'],
    [{ DATABASE_URL: 'postgres://localhost:1/rondo' }, 'Check DATABASE_URL.'],
    [{ HOST: '192.0.2.1' }, 'This machine has no address 192.0.2.1.'],
  ])('does not start with %j, and says why', async (environment, reason) => {
    const data = dataFolder();
    const { child, said } = start({ RONDO_DATA: data, ...environment });
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(1);
    expect(said()).toContain('Rondo does not start.');
    expect(said()).toContain(reason);
    expect(said()).not.toContain('    at ');
  });
});
