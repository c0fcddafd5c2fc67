import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { makeLog } from '../../log.ts';
import { startEmbedded, type Embedded } from './embedded.ts';
import { keepRunning } from './keep-running.ts';

const isRoot = process.getuid?.() === 0;
const running: Embedded[] = [];

afterEach(async () => {
  for (const each of running.splice(0)) await each.stop();
});

/** A folder that only we may enter, as `mktemp -d` makes it. */
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'rondo-embedded-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

async function start(home: string): Promise<Embedded> {
  const embedded = await startEmbedded(home, { fleeting: true });
  running.push(embedded);
  return embedded;
}

async function ask(embedded: Embedded, question: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: embedded.url('postgres', 'postgres') });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>({ text: question });
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  it('runs in a folder that only we may enter, with checksums, and keeps what is committed', async () => {
    const home = join(folder(), 'data', 'postgres');
    const first = await start(home);
    expect(first.attached).toBe(false);
    expect(await ask(first, 'show data_checksums')).toBe('on');
    await ask(first, 'create table kept as select 42 as answer');
    await first.stop();
    expect(await ask(await start(home), 'select answer from kept')).toBe(42);
    expect(statSync(home).mode & 0o777).toBe(0o700);
  });

  it('can be reached by its socket alone', async () => {
    const embedded = await start(join(folder(), 'postgres'));
    expect(await ask(embedded, 'show listen_addresses')).toBe('');
  });

  it('is attached to when it runs already', async () => {
    const home = join(folder(), 'postgres');
    const first = await start(home);
    const second = await start(home);
    expect(second.attached).toBe(true);
    expect(await ask(second, 'select 1 + 1')).toBe(2);
    expect(second.url('a', 'b')).toBe(first.url('a', 'b'));
  });

  it('goes on when its server is killed, and the next server takes it over', async () => {
    const home = join(folder(), 'postgres');
    const code = `import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))};
      await startEmbedded(${JSON.stringify(home)});
      console.log('started');
      setInterval(() => {}, 1000);`;
    const server = spawn(process.execPath, ['--input-type=module', '-e', code]);
    await once(server.stdout, 'data');
    server.kill('SIGKILL');
    await once(server, 'exit');
    const next = await start(home);
    expect(next.attached).toBe(true);
    expect(await ask(next, 'select 1')).toBe(1);
  });

  it('is started again when it was killed', async () => {
    const home = join(folder(), 'postgres');
    const first = await start(home);
    const { present, leave } = keepRunning(first, () => start(home), makeLog('silent'));
    onTestFinished(leave);
    const pid = Number(
      readFileSync(join(home, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0],
    );
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => present() !== first, { timeout: 20_000 }).toBe(true);
    expect(await ask(present(), 'select 1')).toBe(1);
    expect(present().url('a', 'b')).toBe(first.url('a', 'b'));
  });

  it('starts where a killed one has left its lock file with a number that another program has now', async () => {
    const home = join(folder(), 'postgres');
    await (await start(home)).stop();
    const lines = [process.pid, join(home, 'cluster'), 0, 5432, home, '', '', 'ready'];
    writeFileSync(join(home, 'cluster', 'postmaster.pid'), lines.join('\n'));
    const embedded = await start(home);
    expect(embedded.attached).toBe(false);
    expect(await ask(embedded, 'select 1')).toBe(1);
  });

  it('has its socket elsewhere where the path would be too long for one, and tidies up', async () => {
    const home = join(folder(), 'a'.repeat(100), 'postgres');
    const embedded = await start(home);
    const sockets = new URL(embedded.url('x', 'x')).searchParams.get('host') ?? '';
    expect(sockets.length).toBeLessThan(90);
    expect(await ask(embedded, 'select 1')).toBe(1);
    await embedded.stop();
    expect(existsSync(sockets)).toBe(false);
  });

  it('refuses a database of another version, and says what to do', async () => {
    const home = join(folder(), 'postgres');
    mkdirSync(join(home, 'cluster'), { recursive: true });
    writeFileSync(join(home, 'cluster', 'PG_VERSION'), '17\n');
    await expect(startEmbedded(home)).rejects.toThrow(
      /was made by PostgreSQL 17, and this Rondo brings PostgreSQL 18/,
    );
  });

  it('says what PostgreSQL says when it does not start', async () => {
    const home = join(folder(), 'postgres');
    await (await start(home)).stop();
    writeFileSync(join(home, 'cluster', 'postgresql.conf'), 'no_such_setting = 1\n');
    await expect(startEmbedded(home)).rejects.toThrow(/does not start[\s\S]*no_such_setting/);
  });

  it('begins anew where making it was cut short', async () => {
    const home = join(folder(), 'postgres');
    mkdirSync(join(home, 'cluster-unfinished'), { recursive: true });
    writeFileSync(join(home, 'cluster-unfinished', 'PG_VERSION'), '18\n');
    expect(await ask(await start(home), 'select 1')).toBe(1);
  });
});

describe.runIf(isRoot)('as root', () => {
  it('it runs as somebody else, to whom its folder belongs', async () => {
    const home = join(folder(), 'postgres');
    await start(home);
    const pid = Number(
      readFileSync(join(home, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0],
    );
    expect(statSync(`/proc/${pid}`).uid).not.toBe(0);
    expect(statSync(home).uid).not.toBe(0);
  });
});

const NOBODY = { uid: 65_534, gid: 65_534 };
/** Where the repository lies in a folder of root's own, nobody else could even load the test. */
const canBeNobody =
  isRoot &&
  spawnSync(
    process.execPath,
    ['-p', `require('node:fs').readFileSync(${JSON.stringify(import.meta.filename)})`],
    {
      ...NOBODY,
      cwd: '/',
    },
  ).status === 0;

describe.runIf(canBeNobody)('as an ordinary user', () => {
  const code = (home: string): string =>
    `import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))};
     try {
       const embedded = await startEmbedded(${JSON.stringify(home)}, { fleeting: true });
       await embedded.stop();
       console.log('ran as', process.getuid());
     } catch (error) {
       console.log(error.name, error.message);
     }`;
  const run = (home: string): string =>
    spawnSync(process.execPath, ['--input-type=module', '-e', code(home)], {
      ...NOBODY,
      cwd: '/',
      encoding: 'utf8',
    }).stdout;

  it('it runs as that user', () => {
    const home = folder();
    chmodSync(home, 0o777);
    expect(run(join(home, 'postgres'))).toContain('ran as 65534');
  });

  it('it says which folder it may not write to', () => {
    const home = folder();
    chmodSync(home, 0o755);
    expect(run(join(home, 'postgres'))).toMatch(/CannotStart Rondo may not write to .*RONDO_DATA/);
  });
});
