import { parseArgs } from 'node:util';
import { CannotStart } from '../cannot-start.ts';

/** What was typed behind a command: words, `--name value`, `--flag`. */
export function readWords<
  const Names extends readonly string[],
  const Flags extends readonly string[],
>(
  args: readonly string[],
  { names, flags, usage }: { names: Names; flags: Flags; usage: string },
): {
  words: string[];
  named: Partial<Record<Names[number], string>>;
  flags: ReadonlySet<string>;
} {
  const options = Object.fromEntries([
    ...names.map((name) => [name, { type: 'string' }] as const),
    ...flags.map((name) => [name, { type: 'boolean' }] as const),
  ]);
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    const given = Object.entries(values);
    return {
      words: positionals,
      // Only what was declared as a name has a text.
      named: Object.fromEntries(given.filter(([, value]) => typeof value === 'string')) as Partial<
        Record<Names[number], string>
      >,
      flags: new Set(given.filter(([, value]) => value === true).map(([name]) => name)),
    };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    // Node.js goes on about words that begin with a dash, of which we have none.
    const [what] = said.split('. ');
    throw new CannotStart(`${what}.\n\nrondo ${usage}`, { cause: error });
  }
}
