/** A page that hears news. */
export interface Reader {
  readonly person: string;
  readonly session: string;
  /** What it hears of: `person:…`, `team:…`, `organization:…`. */
  owners: ReadonlySet<string>;
  readonly tell: (text: string) => void;
}

/** Who hears of what. */
export interface Readers {
  readonly add: (reader: Reader) => void;
  readonly remove: (reader: Reader) => void;
  /** Somebody joined something, or is no longer in it. */
  readonly move: (reader: Reader, owners: ReadonlySet<string>) => void;
  readonly of: (owner: string) => Iterable<Reader>;
  readonly all: () => Iterable<Reader>;
  readonly count: () => number;
}

export function makeReaders(): Readers {
  const everybody = new Set<Reader>();
  const byOwner = new Map<string, Set<Reader>>();
  const enter = (reader: Reader): void => {
    for (const owner of reader.owners) {
      const some = byOwner.get(owner) ?? new Set();
      byOwner.set(owner, some.add(reader));
    }
  };
  const leave = (reader: Reader): void => {
    for (const owner of reader.owners) {
      const some = byOwner.get(owner);
      some?.delete(reader);
      if (some?.size === 0) byOwner.delete(owner);
    }
  };
  return {
    add: (reader) => {
      everybody.add(reader);
      enter(reader);
    },
    remove: (reader) => {
      everybody.delete(reader);
      leave(reader);
    },
    move: (reader, owners) => {
      leave(reader);
      reader.owners = owners;
      if (everybody.has(reader)) enter(reader);
    },
    of: (owner) => byOwner.get(owner) ?? [],
    all: () => everybody,
    count: () => everybody.size,
  };
}

/** Whose news a topic is: `team:5:tasks` is that of `team:5`. */
export const ownerOf = (topic: string): string => topic.split(':').slice(0, 2).join(':');
