import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { settingsList } from './list.ts';

// A setting that nothing reads is worse than none: people set it, and believe in it.

const SERVER = join(import.meta.dirname, '..');

/** What makes settings have an effect: neither tests, nor what only lists, shows or moves them. */
const sources = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !/\btesting\//.test(path))
  .filter((path) => !/^operations\/(bundle|staging)\//.test(path))
  .filter((path) => !path.startsWith('settings/') || path === 'settings/secrets.ts')
  .map((path) => readFileSync(join(SERVER, path), 'utf8'));

/** Whether a source takes it from the settings, as `settings.key` or `{ key } = settings` or `{ key }: Settings`. */
function isRead(key: string, all: readonly string[]): boolean {
  const one = new RegExp(`\\bsettings\\??\\.${key}\\b`);
  const taken = new RegExp(
    `\\{[^{}]*\\b${key}\\b[^{}]*\\}(?::\\s*(?:Settings|Pick<\\s*Settings)\\b|\\s*=\\s*(?:\\w+\\.)*(?:settings\\b|readSettings\\())`,
  );
  return all.some((source) => one.test(source) || taken.test(source));
}

it.each(Object.entries(settingsList))('%s is read by what it decides', (key) => {
  expect(isRead(key, sources)).toBe(true);
});

it('a setting that only the list knows is found', () => {
  expect(isRead('maximumFun', sources)).toBe(false);
  expect(isRead('maximumFun', ['const { port, maximumFun } = settings;'])).toBe(true);
  expect(isRead('maximumFun', ['start(app.settings.maximumFun)'])).toBe(true);
  expect(isRead('maximumFun', ['({ maximumFun }: Settings) => maximumFun'])).toBe(true);
  expect(isRead('maximumFun', ['const { maximumFun } = other; // settings'])).toBe(false);
});
