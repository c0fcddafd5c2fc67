import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readSettings } from './read.ts';
import { secretOf } from './secrets.ts';

function inFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-secrets-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'data', 'secrets.json');
  return { file, settings: readSettings({ RONDO_DATA: join(folder, 'data') }) };
}

it('the first start makes a secret that only its owner can read, and the next start keeps it', () => {
  const { file, settings } = inFolder();
  const secret = secretOf(settings);
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(secretOf(settings)).toBe(secret);
  expect(readFileSync(file, 'utf8')).toContain(secret);
});

it('two servers do not share a secret', () => {
  expect(secretOf(inFolder().settings)).not.toBe(secretOf(inFolder().settings));
});

it('a secret that is set is used, and none is made', () => {
  const { file, settings } = inFolder();
  const secret = 'x'.repeat(32);
  expect(secretOf({ ...settings, secret })).toBe(secret);
  expect(existsSync(file)).toBe(false);
});

it('a folder that cannot be written, or is none, stops the start and says what to do', () => {
  const { settings } = inFolder();
  writeFileSync(settings.dataFolder, 'a file');
  expect(() => secretOf(settings)).toThrow('Set RONDO_DATA to a folder that belongs to you');
  const below = { ...settings, dataFolder: join(settings.dataFolder, 'below') };
  expect(() => secretOf(below)).toThrow('Set RONDO_DATA to a folder that belongs to you');
});

it('a damaged file stops the start instead of being replaced', () => {
  const { file, settings } = inFolder();
  secretOf(settings);
  writeFileSync(file, '{"secret": "sho');
  expect(() => secretOf(settings)).toThrow('is damaged. Put back the one from your backup');
});
