import { checkFlow, type Registry } from '@rondo/meeting';
import { LANGUAGES, type Language } from './languages.ts';
import type { Path } from './place.ts';
import { oneOf, type Finding } from './problem.ts';
import { valueAt } from './sentences.ts';

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'German' };

/** The file and its folder carry the id and the category, so that whoever sees one knows the other. */
export function checkName(file: string, data: unknown): Finding[] {
  const findings: Finding[] = [];
  const [name = '', folder] = file.split(/[\\/]/u).reverse();
  const stem = name.replace(/\.ya?ml$/u, '');
  const id = valueAt(data, ['id']);
  if (typeof id === 'string' && id !== stem)
    findings.push({
      path: ['id'],
      message: `The id is “${id}”, but the file is called “${name}”; make both the same.`,
    });
  const category = valueAt(data, ['category']);
  if (folder !== undefined && typeof category === 'string' && category !== folder)
    findings.push({
      path: ['category'],
      message: `The category is “${category}”, but the file is in the folder “${folder}”; move the file or change the category.`,
    });
  return findings;
}

/** A step opens only where earlier steps have given what it needs: nobody can group what nobody has collected. */
export function checkSteps(data: unknown, kinds: Registry): Finding[] {
  const flow = valueAt(data, ['flow']);
  if (!Array.isArray(flow)) return [];
  const names = flow.map((step) => String(valueAt(step, ['kind'])));
  return checkFlow(names, kinds).flatMap(({ index, kind, missing }) => {
    if (missing === 'kind') return []; // the schema has already said so
    const givers = Object.values(kinds).filter(
      (giver) => giver.kind !== kind && giver.gives.includes(missing),
    );
    const names = oneOf(givers.map((giver) => giver.kind).sort());
    return [
      {
        path: ['flow', index, 'kind'],
        message: `“${kind}” needs ${missing}, and no step before it gives them; put ${names} before it.`,
        slip: { kind: 'needs', material: missing },
      },
    ];
  });
}

/** Things in a list are told apart by their id (cards remember the prompt they answer). */
export function checkIds(data: unknown): Finding[] {
  const findings: Finding[] = [];
  everyValue(data, [], (value, path) => {
    if (!Array.isArray(value)) return;
    const seen = new Set<unknown>();
    for (const [position, item] of value.entries()) {
      const id = valueAt(item, ['id']);
      if (typeof id !== 'string') continue;
      if (seen.has(id))
        findings.push({
          path: [...path, position, 'id'],
          message: `“${id}” is already the id of an item above; give this one its own.`,
        });
      seen.add(id);
    }
  });
  return findings;
}

/**
 * Every text must be there in each of `languages`. A single word in the settings may be a choice rather than
 * a text, so only what has a space counts there.
 */
export function checkTranslations(data: unknown, languages: readonly Language[]): Finding[] {
  if (languages.length === 0) return [];
  const findings: Finding[] = [];
  everyValue(data, [], (value, path) => {
    if (isByLanguage(value))
      for (const language of languages.filter((wanted) => !Object.hasOwn(value, wanted)))
        findings.push({
          path: [...path, language],
          message: `The ${LANGUAGE_NAMES[language]} text is missing; add “${language}: …”.`,
        });
    if (typeof value === 'string' && isForPeople(value, path))
      findings.push({
        path,
        message: `This text is in one language only; write it as ${languages.map((language) => `“${language}: …”`).join(' and ')}.`,
      });
  });
  return findings;
}

function isByLanguage(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => (LANGUAGES as readonly string[]).includes(key)); // widened only to ask
}

function isForPeople(text: string, path: Path): boolean {
  const key = path.at(-1);
  if (path.includes('keywords') || LANGUAGES.some((language) => language === key)) return false;
  const isOwnField = key === 'name' || key === 'summary' || key === 'purpose' || key === 'tip';
  return isOwnField || (path.includes('settings') && text.trim().includes(' '));
}

function everyValue(value: unknown, path: Path, visit: (value: unknown, path: Path) => void): void {
  visit(value, path);
  if (typeof value !== 'object' || value === null) return;
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, inner] of entries) everyValue(inner, [...path, key], visit);
}
