import * as z from 'zod';

/** Other formats are not read. */
export const FORMAT = 1;

/** The first file of a backup: what is in it. `docs/backup-format.md` describes it. */
export const Contents = z.object({
  format: z.literal(FORMAT),
  /** Of Rondo, that made it. */
  release: z.string(),
  /** When its one moment was, by the clock of the database. */
  at: z.iso.datetime(),
  /** The PostgreSQL it came from. */
  postgres: z.string(),
  /** What made the tables, in the order in which it was run. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() })),
});
export type Contents = z.infer<typeof Contents>;

/** The last file of a backup: what each table held. */
export const Checksums = z.object({
  tables: z.record(
    z.string(),
    z.object({ rows: z.number(), bytes: z.number(), digest: z.string() }),
  ),
});
export type Checksums = z.infer<typeof Checksums>;

/** Only in sealed backups: what session cookies are signed with. */
export const Secret = z.object({ secret: z.string() });

export const CONTENTS = 'contents.json';
export const CHECKSUMS = 'checksums.json';
export const SECRET = 'secret.json';

/** @param part counts from 1: a large table is in several files, cut anywhere */
export function tableFile(table: string, part: number): string {
  return `tables/${table}/${String(part).padStart(6, '0')}.copy`;
}

/** Undefined: not the file of a table. */
export function tableOf(name: string): string | undefined {
  return /^tables\/(.+)\/\d+\.copy$/.exec(name)?.[1];
}
