import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';
import { newKey } from '../../meetings/new-key.ts';
import type { Collection } from '../archive/fields.ts';
import type { JsonRecord } from '../export/records.ts';
import type { Matched } from './people.ts';

/** The ids of a team that is imported: as they were, and anew where one is taken. */
export interface Ids {
  /** Finds out which of the records' own ids are free, before any of them is translated. */
  readonly claim: (collection: Collection, records: readonly JsonRecord[]) => Promise<void>;
  /** A record as it is stored here, by column; null: what it belongs to is not in the archive. */
  readonly stored: (collection: Collection, record: JsonRecord) => JsonRecord | null;
  readonly of: (collection: string, id: string) => string | undefined;
}

export function makeIds(db: Db, people: Matched): Ids {
  const given = new Map<string, string>();
  const key = (collection: string, id: string): string => `${collection} ${id}`;
  const of: Ids['of'] = (collection, id) => given.get(key(collection, id));

  return {
    of,
    claim: async ({ name, table, fields }, records) => {
      for (const [field, { column, meaning }] of Object.entries(fields)) {
        if (meaning?.is !== 'own' || records.length === 0) continue;
        const wanted = records.map((record) => String(record[field]));
        const { rows } = await sql<{ id: string }>`
          select ${sql.ref(column)}::text as id from ${sql.table(table)}
          where ${sql.ref(column)}::text = any(${wanted})
        `.execute(db);
        const taken = new Set(rows.map(({ id }) => id));
        for (const id of wanted) {
          given.set(key(name, id), taken.has(id) ? meaning.fresh() : id);
          // A second one of the same in the archive would not go in beside it.
          taken.add(id);
        }
      }
    },
    stored: ({ name, fields }, record) => {
      const row: JsonRecord = {};
      for (const [field, { column, meaning }] of Object.entries(fields)) {
        const value = record[field];
        if (meaning === undefined || value === null || value === undefined) row[column] = value;
        // Every id is a text: the record's shape says so.
        else if (meaning.is === 'own') row[column] = of(name, value as string);
        else if (meaning.is === 'person') row[column] = people.get(value as string) ?? null;
        else {
          const id = of(meaning.to, value as string);
          if (id !== undefined) row[column] = id;
          else if (meaning.or === 'drop') return null;
          else if (meaning.or === 'fresh') row[column] = newKey();
          else row[column] = meaning.or === 'keep' ? value : null;
        }
      }
      return row;
    },
  };
}
