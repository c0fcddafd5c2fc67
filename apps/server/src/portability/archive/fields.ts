import * as z from 'zod';

/** What a value stands for, where it is an id. Ids are made anew where they are taken. */
export type Meaning =
  /** The record's own id, which others name. */
  | { readonly is: 'own'; readonly fresh: () => string }
  /** The id of a record of another collection. `or`: what stands for one that is not in the archive. */
  | { readonly is: 'ref'; readonly to: string; readonly or: 'null' | 'keep' | 'fresh' | 'drop' }
  /** Somebody in `people.json`; null for who is not known where it is imported. */
  | { readonly is: 'person' };

/** One value of a record, and the column it lies in. */
export interface Field {
  readonly column: string;
  readonly shape: z.ZodType;
  readonly meaning?: Meaning;
}

/** A table as it stands in an archive: a file with an array of records, in an order that does not change. */
export interface Collection {
  /** The name of its file without `.json`. */
  readonly name: string;
  readonly table: string;
  /** Which rows of the table, and in which order, in SQL; `$team` stands for the team. */
  readonly rows: string;
  readonly order: string;
  /** Its column `team_id` says whose it is; otherwise what it belongs to does. */
  readonly ofTeam: boolean;
  readonly fields: Readonly<Record<string, Field>>;
  /** Columns that mean nothing elsewhere. */
  readonly unkept?: readonly string[];
}

/** A value as it is. */
export const plain = (column: string, shape: z.ZodType): Field => ({ column, shape });

export const own = (shape: z.ZodType, fresh: () => string, column = 'id'): Field => ({
  column,
  shape,
  meaning: { is: 'own', fresh },
});

export const ref = (
  column: string,
  to: string,
  shape: z.ZodType,
  or: 'null' | 'keep' | 'fresh' | 'drop' = 'drop',
): Field => ({ column, shape, meaning: { is: 'ref', to, or } });

export const person = (column: string): Field => ({
  column,
  shape: Uuid.nullable(),
  meaning: { is: 'person' },
});

// Shapes that many records share.
export const Uuid = z.uuid();
export const Key = z.string().regex(/^[A-Za-z0-9]{22}$/);
export const Moment = z.iso.datetime({ offset: true });
export const Day = z.iso.date();
export const Words = (max: number) => z.string().max(max);
export const Count = z.int().min(0).max(2_147_483_647);
export const Guests = z.enum(['no', 'lobby', 'yes']);
export const Local = z.union([
  z.string().max(2_000),
  z.strictObject({ en: z.string().max(2_000), de: z.string().max(2_000).optional() }),
]);

/** The shape of a record of a collection. */
export function recordShape({ fields }: Collection): z.ZodType<Record<string, unknown>> {
  return z.strictObject(
    Object.fromEntries(Object.entries(fields).map(([name, { shape }]) => [name, shape])),
  );
}
