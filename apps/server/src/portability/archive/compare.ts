import type { Archive } from './read-zip.ts';

/** Ids of every kind that archives have; two archives of the same may have other ones. */
const ID =
  /"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|own-[a-z0-9]{25}|[A-Za-z0-9]{22})"/g;

/** When and by which release it was made says nothing about what it is an archive of. */
const CIRCUMSTANCES = new Set(['exportedAt', 'release']);

/**
 * What an archive says, so that two of the same are equal: by file, with ids numbered in the order in which they
 * first appear, and without when it was made.
 */
export async function comparable(archive: Archive): Promise<Record<string, unknown>> {
  const numbers = new Map<string, string>();
  const said: Record<string, unknown> = {};
  for (const path of [...archive.paths].toSorted()) {
    if (!path.endsWith('.json')) continue;
    const text = JSON.stringify(inTurn(await archive.json(path)), inOrder).replaceAll(
      ID,
      (_, id: string) => {
        const number = numbers.get(id) ?? `"#${numbers.size + 1}"`;
        numbers.set(id, number);
        return number;
      },
    );
    said[path] = JSON.parse(text);
  }
  return said;
}

/** The order of keys says nothing. */
function inOrder(key: string, value: unknown): unknown {
  if (CIRCUMSTANCES.has(key)) return undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Records of the same moment stand in the order of their ids, which may be others: so by what else they say. */
function inTurn(file: unknown): unknown {
  if (!Array.isArray(file)) return file;
  const words = (record: unknown): string => JSON.stringify(record, inOrder).replaceAll(ID, '"#"');
  return file.toSorted((a, b) => (words(a) < words(b) ? -1 : 1));
}
