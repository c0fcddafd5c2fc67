import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { apply, carryOut, readRepair, sendSignals } from './repair.ts';

const printed = (file: string): string =>
  `proxy-nginx: ${file}:3, in events { }: \`worker_connections 2048;\`, and at the top of ${file}: \`worker_rlimit_nofile 4096;\`; then \`nginx -s reload\``;

/** @param third its third line */
function nginxFile(third: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-repair-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, `user www-data;\nevents {\n\t${third}\n}\n`);
  return file;
}

const MENDED =
  'worker_rlimit_nofile 4096;\nuser www-data;\nevents {\n\tworker_connections 2048;\n}\n';

test('what is printed is what is written, and nothing else', () => {
  const file = nginxFile('worker_connections 288;');

  const repairs = readRepair(printed(file));
  expect(repairs).toEqual([
    { file, line: 3, text: 'worker_connections 2048;' },
    { file, line: 0, text: 'worker_rlimit_nofile 4096;' },
  ]);
  apply(repairs);
  expect(readFileSync(file, 'utf8')).toBe(MENDED);
});

test.each([
  'More cores for what ends TLS, or one more server.',
  '`LimitNOFILE=65536` in the unit of Rondo',
  'certificate: Caddy renews by itself, `journalctl -u caddy` says why it does not',
])('“%s” is about no line of a file', (repair) => {
  expect(readRepair(repair)).toEqual([]);
});

test('carried out by its words alone, it is the same', () => {
  const file = nginxFile('worker_connections 288;');
  carryOut(printed(file));
  expect(readFileSync(file, 'utf8')).toBe(MENDED);
});

test.each([
  ['nothing about a file', 'user www-data;', () => 'Raise the limits of nginx.'],
  [
    'more than goes into the file',
    'worker_connections 288;',
    (file: string) => printed(file).replace('then', '`LimitNOFILE=65536` in its unit; then'),
  ],
  ['a line that is about something else', 'multi_accept on;', printed],
])('what says %s is not carried out', (_, third, words) => {
  const file = nginxFile(third);
  const before = readFileSync(file, 'utf8');
  expect(() => carryOut(words(file))).toThrow(/does not say what to write where|is another line/);
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('those are told whom the words name, and nobody where they name nobody', async () => {
  const waiting = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1_000)']);
  const gone = once(waiting, 'exit');
  expect(() => sendSignals('Raise the limits, and `nginx -s reload`.')).toThrow(/whom to tell/);
  sendSignals(`Raise the limits, and after \`nginx -s reload\`: \`kill -QUIT ${waiting.pid}\`.`);
  expect(await gone).toEqual([null, 'SIGQUIT']);
});
