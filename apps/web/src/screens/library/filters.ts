/** What the library is narrowed to; as it stands in the address, so that going back comes back to it. */
export interface Filters {
  q?: string;
  category?: string;
  /** At most so long. */
  minutes?: number;
  /** For so many people. */
  people?: number;
  way?: 'live' | 'async';
  place?: 'remote' | 'room';
  favourites?: true;
  /** Only what this team has not run yet. */
  never?: true;
}

/** An address is typed by anybody: what does not make sense in it is left out. */
export function readFilters(search: Record<string, unknown>): Filters {
  const { q, category, minutes, people, way, place, favourites, never } = search;
  return {
    // The router reads `?q=360` as a number.
    ...((typeof q === 'string' || typeof q === 'number') && q !== '' && { q: String(q) }),
    ...(typeof category === 'string' && { category }),
    ...(isCount(minutes) && { minutes }),
    ...(isCount(people) && { people }),
    ...((way === 'live' || way === 'async') && { way }),
    ...((place === 'remote' || place === 'room') && { place }),
    ...(favourites === true && { favourites }),
    ...(never === true && { never }),
  };
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0;

/** How many filters are set, the searched words aside. */
export const countFilters = ({ q: _q, ...filters }: Filters): number => Object.keys(filters).length;
