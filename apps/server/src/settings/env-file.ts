import { parseEnv } from 'node:util';
import { CannotStart } from '../cannot-start.ts';

/**
 * `NAME=value` so that Node.js, systemd's `EnvironmentFile` and Compose read the same. Only where a
 * value has all sorts of quotes does it become a line that Node.js alone understands.
 */
export function envLine(name: string, value: string): string {
  const isPlain = /^[\w./:@%+,=?&~-]*$/.test(value);
  const written = [...(isPlain ? [value] : []), `'${value}'`, `"${value}"`, `\`${value}\``, value]
    .map((quoted) => `${name}=${quoted}`)
    .find((line) => parseEnv(`${line}\n`)[name] === value);
  if (written === undefined) {
    throw new CannotStart(
      `${name} has a value that no settings file can hold: set it as an environment variable instead.`,
    );
  }
  return written;
}
