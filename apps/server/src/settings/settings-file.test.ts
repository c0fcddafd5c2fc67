import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { envLine } from './env-file.ts';
import { takeSettingsFile } from './settings-file.ts';

function file(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-settings-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'rondo.env');
  writeFileSync(path, text);
  return path;
}

it('is read into the environment, which wins, and taken out of the arguments', () => {
  const environment: Record<string, string | undefined> = { PORT: '4000' };
  const args = [
    'doctor',
    '--settings',
    file('# ours\nPORT=3000\nRONDO_SIGN_UP=invited\n'),
    '--json',
  ];
  expect(takeSettingsFile(args, environment)).toEqual(['doctor', '--json']);
  expect(environment).toEqual({ PORT: '4000', RONDO_SIGN_UP: 'invited' });
});

it('leaves everything as it is when there is none', () => {
  const environment = {};
  expect(takeSettingsFile(['doctor'], environment)).toEqual(['doctor']);
  expect(environment).toEqual({});
});

it.each([
  [['--settings'], '--settings needs a file'],
  [['--settings', '/nowhere/rondo.env'], '/nowhere/rondo.env cannot be read'],
])('%j is refused with a sentence', (args, sentence) => {
  expect(() => takeSettingsFile(args, {})).toThrow(sentence);
});

it('refuses what is no setting, and guesses what was meant', () => {
  const args = ['--settings', file('RONDO_SIGNUP=invited\n')];
  expect(() => takeSettingsFile(args, {})).toThrow('did you mean RONDO_SIGN_UP?');
});

it.each([
  ['plain', 'https://rondo.example.org:8443', 'A=https://rondo.example.org:8443'],
  ['with a space', 'Rondo <rondo@example.org>', "A='Rondo <rondo@example.org>'"],
  ['with a comment sign', 'a#b', "A='a#b'"],
  ['with an apostrophe', "O'Neil", `A="O'Neil"`],
  ['with a dollar', '$HOME', "A='$HOME'"],
])('writes a value %s so that others read it, too', (_, value, line) => {
  expect(envLine('A', value)).toBe(line);
  expect(parseEnv(line)['A']).toBe(value);
});

it('refuses a value that no line can hold', () => {
  expect(() => envLine('RONDO_MAIL_FROM', `# ' " \``)).toThrow('RONDO_MAIL_FROM has a value');
});
