import Papa from 'papaparse';

export interface Table {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** More rows than any meeting has. */
export const MOST_ROWS = 20_000;

/** A table as spreadsheets save it: with commas, semicolons or tabs, quoted where needed. Null: it is none. */
export function tableIn(text: string): Table | null {
  const { data, errors } = Papa.parse<string[]>(text, {
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: 'greedy',
    preview: MOST_ROWS + 2,
  });
  if (errors.some(({ type }) => type === 'Quotes')) return null;
  const [heads, ...rows] = data;
  if (!heads) return null;
  return { heads: heads.map((head) => head.trim()), rows };
}

/** How to read a cell by the name of its column, however it is written. */
export function cellsOf({ heads }: Table): (row: readonly string[], head: string) => string {
  const plain = (head: string): string => head.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const places = new Map(heads.map((head, place) => [plain(head), place] as const).toReversed());
  return (row, head) => row[places.get(plain(head)) ?? -1] ?? '';
}

export const hasHeads = ({ heads }: Table, wanted: readonly string[]): boolean => {
  const plain = new Set(heads.map((head) => head.toLowerCase().replaceAll(/[^a-z0-9]/g, '')));
  return wanted.every((head) => plain.has(head.toLowerCase().replaceAll(/[^a-z0-9]/g, '')));
};
