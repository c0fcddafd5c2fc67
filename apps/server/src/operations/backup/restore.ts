import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { CannotStart } from '../../cannot-start.ts';
import { singleClient } from '../../database/client.ts';
import { migrate, readMigrations, type Migration } from '../../database/migrate.ts';
import { needVersion } from '../../database/version.ts';
import { copyIn, copyOut, inPublic, SAME_TEXT, tablesOf } from './catalogue.ts';
import { tableOf, type Contents } from './contents.ts';
import { clearEmpty, isEmpty } from './empty.ts';
import type { Backup } from './open.ts';
import { withoutReferences } from './references.ts';
import { digestingRows, isSameRows } from './row-digest.ts';

export interface Restored {
  readonly rows: number;
  readonly tables: number;
  readonly seconds: number;
  /** Tables of the backup that no migration makes: somebody has made them by hand. */
  readonly leftOut: readonly string[];
}

/**
 * Brings what a backup holds into an empty database: the tables as the release made them that wrote it,
 * then the rows in one transaction, checked against what was written, then the migrations since.
 */
export async function restoreInto(
  url: string,
  backup: Backup,
  migrations: readonly Migration[] = readMigrations(),
): Promise<Restored> {
  const began = performance.now();
  const past = migrationsFor(backup.contents, migrations);
  const client = singleClient({ connectionString: url, application_name: 'rondo restore' });
  await client.connect();
  try {
    const { rows: versions } = await client.query<{ server_version: string }>(
      'show server_version',
    );
    needVersion(versions[0]?.server_version ?? '');
    if (!(await isEmpty(client))) {
      throw new CannotStart(
        'There is data in the database already, and it stays as it is. Restore into an empty one; where Rondo runs its own PostgreSQL, --replace puts the present one aside first.',
      );
    }
    await clearEmpty(client);
    await migrate(client, past);
    const { rows, tables, leftOut } = await fill(client, backup);
    await client.query('analyze');
    await migrate(client, migrations);
    const seconds = Math.round(performance.now() - began) / 1000;
    return { rows, tables, leftOut, seconds };
  } finally {
    await client.end();
  }
}

/** Those that had run where the backup was made. Refuses what a newer release has made. */
export function migrationsFor(
  { migrations: run, release }: Contents,
  known: readonly Migration[],
): Migration[] {
  const checksums = new Map(known.map(({ name, checksum }) => [name, checksum]));
  const foreign = run.find(({ name, checksum }) => checksums.get(name) !== checksum);
  if (foreign) {
    throw new CannotStart(
      `This backup was made by Rondo ${release}, with the migration ${foreign.name} that this release does not have. Restore it with that release or a newer one.`,
    );
  }
  const names = new Set(run.map(({ name }) => name));
  return known.filter(({ name }) => names.has(name));
}

async function fill(client: pg.Client, backup: Backup): Promise<Omit<Restored, 'seconds'>> {
  const { contents, checksums } = backup;
  const made = new Set((await tablesOf(client)).map(({ name }) => name));
  const tables = contents.tables.filter(({ name }) => made.has(name));
  await client.query(SAME_TEXT);
  await client.query('begin');
  const names = [...made].map(inPublic).join(', ');
  await withoutReferences(client, async () => {
    // Migrations may have written rows, and these are among those of the backup.
    await client.query(`truncate ${names}`);
    await copyAll(client, backup, new Map(tables.map((table) => [table.name, table])));
  });
  for (const { name, value, isCalled } of contents.sequences) {
    const { rowCount } = await client.query(`select from pg_class where oid = to_regclass($1)`, [
      inPublic(name),
    ]);
    if (!rowCount) continue;
    await client.query('select setval($1::regclass, $2, $3)', [inPublic(name), value, isCalled]);
  }
  let rows = 0;
  for (const table of tables) {
    const expected = checksums.tables[table.name];
    const found = digestingRows();
    for await (const piece of client.query(copyTo(copyOut(table)))) found.add(piece);
    const result = found.result();
    if (!expected || !isSameRows(result, expected)) {
      throw new Error(
        `${table.name} has ${result.rows} rows after the restore, not the ${expected?.rows ?? 0} of the backup`,
      );
    }
    rows += result.rows;
  }
  await client.query('commit');
  const leftOut = contents.tables.map(({ name }) => name).filter((name) => !made.has(name));
  return { rows, tables: tables.length, leftOut };
}

async function copyAll(
  client: pg.Client,
  backup: Backup,
  tables: ReadonlyMap<string, Contents['tables'][number]>,
): Promise<void> {
  let current: { name: string; into: ReturnType<typeof copyFrom> } | undefined;
  const finish = async (): Promise<void> => {
    const stream = current?.into;
    current = undefined;
    if (!stream) return;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    stream.once('error', reject).once('finish', resolve).end();
    await promise;
  };
  for await (const { name: file, body } of backup.files()) {
    const name = tableOf(file);
    const table = name === undefined ? undefined : tables.get(name);
    if (current && current.name !== name) await finish();
    if (!table) continue;
    current ??= { name: table.name, into: client.query(copyFrom(copyIn(table))) };
    await written(current.into, body);
  }
  await finish();
}

/** PostgreSQL tells of a row that it does not take at any time. */
function written(stream: ReturnType<typeof copyFrom>, body: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('error', reject);
    stream.write(body, (error) => {
      stream.off('error', reject);
      if (error) reject(error);
      else resolve();
    });
  });
}
