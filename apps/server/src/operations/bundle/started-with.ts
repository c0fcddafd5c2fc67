import { readlinkSync } from 'node:fs';
import { CannotStart } from '../../cannot-start.ts';
import { effectiveSettings } from '../../settings/effective.ts';
import type { Environment } from '../../settings/read.ts';
import { takeSettingsFile } from '../../settings/settings-file.ts';
import type { Machine } from '../doctor/machine.ts';
import { differences } from './differences.ts';

/**
 * The names of settings that a running server does not have as they are here: whoever asks from a shell
 * easily forgets what systemd or Docker had set, and would take defaults along instead.
 * @returns nothing when that server does not let us look
 */
export function strayFrom(machine: Machine, pid: number, environment: Environment): string[] {
  const theirs = startedWith(machine, pid);
  if (theirs === undefined) return [];
  const found = differences(effectiveSettings(theirs), effectiveSettings(environment));
  return [...found.counted, ...found.expected].map(({ name }) => name);
}

/** The environment in which a process was started, with its settings file. */
function startedWith(machine: Machine, pid: number): Environment | undefined {
  const [environ, commandLine] = ['environ', 'cmdline'].map((name) =>
    machine.read(`/proc/${pid}/${name}`)?.split('\0'),
  );
  if (!environ || !commandLine) return undefined;
  const environment: Record<string, string | undefined> = Object.fromEntries(
    environ.flatMap((line) => {
      const at = line.indexOf('=');
      return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 1)]];
    }),
  );
  try {
    takeSettingsFile(commandLine, environment, readlinkSync(`/proc/${pid}/cwd`));
    return environment;
  } catch (error) {
    // A file that only that server may read, or another process since.
    if (error instanceof CannotStart || (error instanceof Error && 'code' in error))
      return undefined;
    throw error;
  }
}
