import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CannotStart } from '../cannot-start.ts';

/** What was typed after a command, as it asks for it; `CannotStart` with the usage for anything else. */
export function understood<const T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  usage: string,
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const isOurs = error instanceof TypeError && 'code' in error;
    if (!isOurs || !String(error.code).startsWith('ERR_PARSE_ARGS')) throw error;
    throw new CannotStart(`${error.message}\n\nnpm run rondo -- ${usage}`, { cause: error });
  }
}
