import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownDatabase } from '../../database/database.ts';
import { findBinaries, findBinariesIn } from '../../database/embedded/binaries.ts';
import { startEmbedded } from '../../database/embedded/embedded.ts';
import { ordinaryUser } from '../../database/embedded/ordinary-user.ts';
import { migrate, readMigrations } from '../../database/migrate.ts';
import { dumpOf, on } from './testing/on.ts';
import { temporary } from './testing/temporary.ts';

/** Where Debian puts it; `tools/debian.ts` is not asked, as its packages start servers of their own. */
const OLDER = ['17', '16', '15']
  .map((major) => `/usr/lib/postgresql/${major}/bin`)
  .find((folder) => existsSync(join(folder, 'initdb')));
const CLI = join(import.meta.dirname, '..', '..', 'cli', 'main.ts');

/** A cluster of an older PostgreSQL, as an older release would have made it, with 3,000 mails. */
async function oldCluster(bin: string): Promise<{ data: string; dump: object }> {
  const data = join(temporary(), 'data');
  const home = join(data, 'postgres');
  mkdirSync(home, { recursive: true });
  const binaries = findBinariesIn(bin);
  const user = ordinaryUser([binaries.initdb, home]);
  if (user.owner !== undefined) chownSync(home, user.owner, user.owner);
  chmodSync(home, 0o700);
  const flags = ['--encoding=UTF8', '--locale=C', '--username=postgres', '--auth=trust'];
  const { program, args, options } = user.command(binaries.initdb, [
    ...flags,
    '--no-sync',
    '-D',
    join(home, 'cluster'),
  ]);
  const made = spawnSync(program, args, { ...options, cwd: '/', encoding: 'utf8' });
  expect(made.status, made.stderr).toBe(0);
  const old = await startEmbedded(home, { binaries });
  try {
    const url = await ownDatabase(old);
    await on(url, async (client) => {
      await migrate(client, readMigrations());
      await client.query(`
        insert into mail (id, recipient, subject, html, text, kind)
        select gen_random_uuid(), n || '@example.org', 'Grüße 🥚', '', '', 'outcome'
        from generate_series(1, 3000) n`);
    });
    return { data, dump: await dumpOf(url) };
  } finally {
    await old.stop();
  }
}

function run(data: string, ...words: string[]): ChildProcess & { said: () => string } {
  const child = spawn(process.execPath, [CLI, ...words], {
    env: { PATH: process.env['PATH'], RONDO_DATA: data },
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return Object.assign(child, { said: () => said });
}

async function done(child: ChildProcess): Promise<unknown> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

describe.runIf(OLDER)('the database of an older PostgreSQL', () => {
  it('is taken over, also when that is cut short at any point, and is kept', async () => {
    const from = OLDER ?? '';
    const { major } = findBinariesIn(from);
    const { data, dump } = await oldCluster(from);
    const home = join(data, 'postgres');
    await expect(startEmbedded(home)).rejects.toThrow(/database-upgrade --from/);

    for (const moment of ['Reading the database', 'Writing it into']) {
      const attempt = run(data, 'database-upgrade', '--from', from);
      await expect.poll(attempt.said, { interval: 1, timeout: 30_000 }).toContain(moment);
      attempt.kill('SIGKILL');
      await done(attempt);
      expect(readFileSync(join(home, 'cluster', 'PG_VERSION'), 'utf8').trim()).toBe(major);
    }
    const wrong = run(data, 'database-upgrade', '--from', join(findBinaries().postgres, '..'));
    expect([await done(wrong), wrong.said()]).toEqual([1, expect.stringContaining('Name the fol')]);

    const last = run(data, 'database-upgrade', '--from', from);
    expect(await done(last), last.said()).toBe(0);
    expect(last.said()).toContain(`from PostgreSQL ${major} to 18`);
    expect(readdirSync(home)).toContain(`cluster-${major}`);
    expect(readdirSync(join(data, 'backups')).length).toBeGreaterThan(0);

    const now = await startEmbedded(home, { fleeting: true });
    try {
      const { operation_run: runs, audit, ...rest } = await dumpOf(await ownDatabase(now));
      // Beside what there was, only that it was done.
      expect([runs?.length, audit?.length]).toEqual([1, 1]);
      expect({ ...rest, operation_run: [], audit: [] }).toEqual(dump);
    } finally {
      await now.stop();
    }
    const again = run(data, 'database-upgrade', '--from', from);
    expect([await done(again), again.said()]).toEqual([0, expect.stringContaining('already')]);
  });
});
