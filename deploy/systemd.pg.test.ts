import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { tellServiceManager } from '../apps/server/src/operations/upgrade/service-manager.ts';
import { freshDatabase } from '../apps/server/src/testing/postgres.ts';
import { freePort } from '../bench/free-port.ts';
import { program } from '../tools/debian.ts';
import { root } from '../tools/repository/paths.ts';
import { adapted, deployFile } from './testing/adapted.ts';
import { ask } from './testing/ask.ts';

const analyze = program('systemd-analyze', 'systemd');
const activate = program('systemd-socket-activate', 'systemd');
const notify = program('systemd-notify', 'systemd');
const why = [analyze, activate, notify]
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

/** Says what it is sent, as systemd would hear it. */
const HEARING = `
  my $in = IO::Socket::UNIX->new(Type => SOCK_DGRAM, Local => $ARGV[0]) or die;
  $| = 1; print "listening\\n";
  while (defined $in->recv(my $said, 4096)) { print "$said\\n"; }`;

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

  test.skipIf(why !== '')(`is told which process goes on${leftOut}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rondo-notify-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const socket = join(folder, 'notify');
    // Node.js has no datagram sockets of Unix; every Debian has Perl.
    const systemd = spawn('perl', ['-MIO::Socket::UNIX', '-e', HEARING, socket]);
    onTestFinished(() => void systemd.kill());
    let heard = '';
    systemd.stdout.on('data', (chunk: Buffer) => (heard += chunk.toString()));
    await expect.poll(() => heard).toContain('listening');
    const PATH = dirname(pathOf(notify));
    await tellServiceManager(4242, { PATH, NOTIFY_SOCKET: socket });
    await expect.poll(() => heard).toContain('MAINPID=4242');
    await expect(tellServiceManager(4242, { PATH: folder, NOTIFY_SOCKET: socket })).rejects.toThrow(
      'systemd could not be told of the new process',
    );
  });
});
