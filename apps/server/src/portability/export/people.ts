import type { Db } from '../../database/database.ts';
import type { Collection } from '../archive/fields.ts';
import type { PeopleFile } from '../archive/files.ts';
import type { JsonRecord } from './records.ts';

/** Gathers whom an archive names, while it is written. */
export interface Named {
  readonly add: (person: unknown) => void;
  readonly addAll: (collection: Collection, records: readonly JsonRecord[]) => void;
  readonly file: (db: Db) => Promise<PeopleFile>;
}

export function named(): Named {
  const ids = new Set<string>();
  const add = (person: unknown): void => {
    if (typeof person === 'string') ids.add(person);
  };
  return {
    add,
    addAll: ({ fields }, records) => {
      const names = Object.entries(fields).flatMap(([name, { meaning }]) =>
        meaning?.is === 'person' ? [name] : [],
      );
      for (const record of records) for (const name of names) add(record[name]);
    },
    file: async (db) => {
      if (ids.size === 0) return [];
      return db
        .selectFrom('user')
        .select(['id', 'name', 'email'])
        .where('id', 'in', [...ids])
        .orderBy('email')
        .execute();
    },
  };
}
