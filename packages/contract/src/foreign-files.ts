import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { Uuid } from './shapes.ts';

const tag = 'data';
const errors = ['signed-out', 'not-found', 'not-allowed'] as const;

const FOREIGN_FORMATS = [
  'parabol-retro',
  'parabol-poker',
  'scrumlr-json',
  'scrumlr-csv',
  'retrospected',
  'easyretro',
  'csv',
] as const;
export const ForeignFormat = z.enum(FOREIGN_FORMATS);
export type ForeignFormat = z.infer<typeof ForeignFormat>;

/** Which column of a table holds what, by number from 0; only for `csv`. */
export const ColumnMapping = z.object({
  text: z.number().int().min(0).max(200),
  column: z.number().int().min(0).max(200).nullable(),
  author: z.number().int().min(0).max(200).nullable(),
  votes: z.number().int().min(0).max(200).nullable(),
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

const foreign = z.object({
  team: Uuid,
  upload: Uuid,
  /** Absent: found out by looking into the file. */
  format: ForeignFormat.optional(),
  mapping: ColumnMapping.optional(),
});

/** A file of another tool, as far as it was understood. */
export const ForeignPreview = z.object({
  /** Null: it could not be told; choose one. */
  format: ForeignFormat.nullable(),
  /** Why nothing came of it; null where something did. */
  failure: z.enum(['empty', 'unknown', 'unreadable', 'too-large']).nullable(),
  /** Where in the file, such as a line. */
  failedAt: z.string().nullable(),
  name: z.string(),
  /** When it took place, where the file says so. */
  heldAt: z.iso.datetime().nullable(),
  columns: z.array(
    z.object({ title: z.string(), cards: z.array(z.string()), more: z.number().int() }),
  ),
  counts: z.object({
    topics: z.number().int(),
    cards: z.number().int(),
    stories: z.number().int(),
    comments: z.number().int(),
    tasks: z.number().int(),
  }),
  /** The heads of a table, and its first rows, to choose columns from; empty for other formats. */
  table: z.object({ heads: z.array(z.string()), rows: z.array(z.array(z.string())) }),
  mapping: ColumnMapping.nullable(),
});
export type ForeignPreview = z.infer<typeof ForeignPreview>;

export const foreignFiles = {
  preview: endpoint(
    'POST /teams/{team}/imports/preview',
    { summary: 'What a file of another tool would bring', tag, errors },
    foreign,
    ForeignPreview,
  ),
  import: endpoint(
    'POST /teams/{team}/imports',
    {
      summary: 'Keep a file of another tool as a meeting of the team',
      tag,
      errors: [...errors, 'archived', 'read-only'],
    },
    foreign.extend({
      name: z.string().trim().min(1).max(80),
      heldAt: z.iso.datetime(),
      /** Tasks in it become tasks of the team. */
      tasks: z.boolean(),
    }),
    z.object({ meeting: z.string(), tasks: z.number().int() }),
  ),
};
