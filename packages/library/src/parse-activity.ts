import type { Registry } from '@rondo/meeting';
import { checkActivity, type Checked } from './check-activity.ts';
import { checkName, checkTranslations } from './checks.ts';
import { LANGUAGES, type Language } from './languages.ts';
import { offsetOf } from './place.ts';
import { pathText, type Problem } from './problem.ts';
import type { Activity } from './schema.ts';
import { quickData } from './yaml-data.ts';
import { readYaml } from './yaml-file.ts';

export type Parsed =
  | { readonly ok: true; readonly activity: Activity }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * One activity file, checked from its first line to its last. Never throws over what is in the text; all
 * problems come back at once, in the order of the file.
 *
 * @param file its path, as the problems shall name it; the id must be its name, the category its folder. Null: it
 *   came without one, and its problems name none
 * @param kinds the phase kinds that a flow may use
 * @param languages the languages every text must have; none for what a team writes for itself
 */
export function parseActivity(
  file: string | null,
  text: string,
  kinds: Registry,
  languages: readonly Language[] = LANGUAGES,
): Parsed {
  // Nearly always nothing is wrong, and then nobody asks for lines.
  const quick = quickData(text);
  const quickly = quick === undefined ? null : check(file, quick, kinds, languages);
  if (quickly?.ok) return quickly;

  const { document, lines, mistake } = readYaml(text);
  const problemAt = (offset: number, path: string, message: string): Problem => {
    const { line, col } = lines.linePos(offset);
    return { file: file ?? '', line: Math.max(1, line), column: Math.max(1, col), path, message };
  };
  if (mistake !== undefined)
    return { ok: false, problems: [problemAt(mistake.offset, '', mistake.message)] };

  const checked = check(file, document.toJS(), kinds, languages);
  if (checked.ok) return checked;
  return {
    ok: false,
    problems: inOrder(
      checked.findings.map(({ path, message }) =>
        problemAt(offsetOf(document, path), pathText(path), message),
      ),
    ),
  };
}

function check(
  file: string | null,
  data: unknown,
  kinds: Registry,
  languages: readonly Language[],
): Checked {
  const checked = checkActivity(data, kinds);
  const findings = [
    ...(checked.ok ? [] : checked.findings),
    ...(file === null ? [] : checkName(file, data)),
    ...checkTranslations(data, languages),
  ];
  return findings.length === 0 ? checked : { ok: false, findings };
}

/** By place; of two problems with the same path the first found is enough to mend both. */
function inOrder(problems: readonly Problem[]): Problem[] {
  return problems
    .filter(({ path }, position) => problems.findIndex((other) => other.path === path) === position)
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
}
