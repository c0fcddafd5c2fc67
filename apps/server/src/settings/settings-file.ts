import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { CannotStart } from '../cannot-start.ts';
import { settingsList } from './list.ts';
import { nearest } from './nearest.ts';

/**
 * Reads the file that `--settings` names, one `NAME=value` a line, into the environment of this
 * process, so that whatever is started from here has it too. What the environment sets already wins.
 * @param folder from where the file is named
 * @returns the other arguments
 */
export function takeSettingsFile(
  args: readonly string[],
  environment: Record<string, string | undefined>,
  folder = '.',
): string[] {
  const at = args.indexOf('--settings');
  if (at < 0) return [...args];
  const file = args[at + 1];
  if (file === undefined) {
    throw new CannotStart('--settings needs a file, such as --settings rondo.env.');
  }
  for (const [name, value] of Object.entries(settingsIn(resolve(folder, file)))) {
    environment[name] ??= value;
  }
  return args.toSpliced(at, 2);
}

function settingsIn(file: string): Record<string, string> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new CannotStart(`The settings in ${file} cannot be read: ${said}.`, { cause: error });
  }
  const known: string[] = Object.values(settingsList).map(({ name }) => name);
  const settings = Object.entries(parseEnv(text)).map(([name, value]) => [name, value ?? '']);
  const wrong = settings.map(([name = '']) => name).find((name) => !known.includes(name));
  if (wrong !== undefined) {
    const meant = nearest(wrong, known);
    throw new CannotStart(
      `${file} sets ${wrong}, and there is no such setting: ${meant ? `did you mean ${meant}?` : 'take it out; docs/settings.md lists them all.'}`,
    );
  }
  return Object.fromEntries(settings);
}
