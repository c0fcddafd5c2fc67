/** What stands for somebody whose account was erased, in the language of the team. */
export const FORMER = { en: 'A former member', de: 'Ehemaliges Mitglied' } as const;

/** Where people write: what they wrote stays, as nobody can tell a name in it from a word. */
const WORDS: ReadonlySet<string> = new Set([
  'text',
  'title',
  'notes',
  'note',
  'details',
  'description',
  'acceptance',
  'decision',
  'question',
  'activity',
  'prompt',
]);

/**
 * The same with another name wherever one of these names stands by itself, as that of an author, owner or
 * participant. Gives back what it got where there is none.
 */
export function nameless(value: unknown, names: ReadonlySet<string>, instead: string): unknown {
  if (typeof value === 'string') return names.has(value) ? instead : value;
  if (Array.isArray(value)) {
    const others = value.map((each) => nameless(each, names, instead));
    return others.some((each, place) => each !== value[place]) ? others : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]): [string, unknown] => [
    key,
    WORDS.has(key) ? each : nameless(each, names, instead),
  ]);
  const before: Record<string, unknown> = { ...value };
  return entries.some(([key, each]) => each !== before[key]) ? Object.fromEntries(entries) : value;
}
