import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { freshDatabase } from '../apps/server/src/testing/postgres.ts';
import { freePort } from '../bench/free-port.ts';
import { program } from '../tools/debian.ts';
import { root } from '../tools/repository/paths.ts';
import { adapted, deployFile } from './testing/adapted.ts';
import { ask } from './testing/ask.ts';

const analyze = program('systemd-analyze', 'systemd');
const activate = program('systemd-socket-activate', 'systemd');
const why = [analyze, activate]
  .flatMap((each) => ('missing' in each ? [each.missing] : []))
  .join('; ');
const leftOut = why === '' ? '' : ` (left out: ${why})`;
const pathOf = (each: typeof analyze): string => ('path' in each ? each.path : '');

/** The units as they are, with this checkout where they expect one. */
function units(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-units-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const here = [[/\/opt\/rondo/, root]] as const;
  writeFileSync(join(folder, 'rondo.service'), adapted('systemd/rondo.service', here));
  writeFileSync(join(folder, 'rondo.socket'), deployFile('systemd/rondo.socket'));
  return folder;
}

describe('the systemd units', () => {
  test.skipIf(why !== '')(`are understood, and what they start is there${leftOut}`, () => {
    const folder = units();
    const files = ['rondo.service', 'rondo.socket'].map((name) => join(folder, name));
    const verify = (): string =>
      execFileSync(pathOf(analyze), ['verify', '--man=no', ...files], {
        encoding: 'utf8',
        stdio: 'pipe',
      });
    expect(verify).not.toThrow();
  });

  test.skipIf(why !== '')(`leave the server little that it could do harm with${leftOut}`, () => {
    const unit = join(units(), 'rondo.service');
    // Of 10; above what is given here, in tenths, the program fails.
    const args = ['security', '--offline=true', '--no-pager', '--threshold=20', unit];
    expect(() => execFileSync(pathOf(analyze), args, { stdio: 'pipe' })).not.toThrow();
  });

  test.skipIf(why !== '')(`hand over the port, and the server takes it${leftOut}`, async () => {
    const port = await freePort();
    const data = mkdtempSync(join(tmpdir(), 'rondo-activated-'));
    const names = ['DATABASE_URL', 'RONDO_DATA', 'RONDO_LOG_LEVEL', 'PORT'];
    const args = ['--listen', `127.0.0.1:${port}`, ...names.map((name) => `--setenv=${name}`)];
    const main = join(root, 'apps/server/src/main.ts');
    const child = spawn(pathOf(activate), [...args, process.execPath, main], {
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: await freshDatabase(),
        RONDO_DATA: data,
        RONDO_LOG_LEVEL: 'error',
        // The socket says where to listen, whatever this says.
        PORT: '1',
      },
      stdio: 'ignore',
    });
    const gone = once(child, 'exit');
    onTestFinished(async () => {
      child.kill('SIGKILL');
      await gone;
      rmSync(data, { recursive: true });
    });
    const ready = (): Promise<number> =>
      ask(`http://127.0.0.1:${port}/ready`).then(
        ({ status }) => status,
        () => 0,
      );
    // The first who asks waits in the socket until the server has started.
    await expect.poll(ready, { timeout: 30_000 }).toBe(200);
    child.kill('SIGTERM');
    expect(await gone).toEqual([0, null]);
  });
});
