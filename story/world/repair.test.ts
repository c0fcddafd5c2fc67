import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { apply, readRepair } from './repair.ts';

const printed = (file: string): string =>
  `proxy-nginx: ${file}:3, in events { }: \`worker_connections 2048;\`, and at the top of ${file}: \`worker_rlimit_nofile 4096;\`; then \`nginx -s reload\``;

test('what is printed is what is written, and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-repair-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, 'user www-data;\nevents {\n\tworker_connections 288;\n}\n');

  const repairs = readRepair(printed(file));
  expect(repairs).toEqual([
    { file, line: 3, text: 'worker_connections 2048;' },
    { file, line: 0, text: 'worker_rlimit_nofile 4096;' },
  ]);
  apply(repairs);
  expect(readFileSync(file, 'utf8')).toBe(
    'worker_rlimit_nofile 4096;\nuser www-data;\nevents {\n\tworker_connections 2048;\n}\n',
  );
});

test.each([
  'More cores for what ends TLS, or one more server.',
  '`LimitNOFILE=65536` in the unit of Rondo',
  'certificate: Caddy renews by itself, `journalctl -u caddy` says why it does not',
])('“%s” is about no line of a file', (repair) => {
  expect(readRepair(repair)).toEqual([]);
});
