import type { Db } from '../../database/database.ts';

/** A row of the log with its place in the chain. */
export interface Row {
  readonly n: number;
  readonly at: Date;
  readonly act: string;
  readonly actor: string | null;
  readonly network: string | null;
  /** As it was stored, letter by letter: that is what was hashed. */
  readonly about: string;
  readonly hash: string;
}

const PAGE = 1_000;

const sealed = (db: Db) =>
  db
    .selectFrom('audit')
    .select(['n', 'at', 'act', 'actor', 'network', 'about', 'hash'])
    .where('n', 'is not', null);

type Stored = Awaited<ReturnType<ReturnType<typeof sealed>['execute']>>[number];

const rowOf = ({ n, hash, ...rest }: Stored): Row => ({
  ...rest,
  n: Number(n),
  hash: hash?.toString('hex') ?? '',
});

/** The whole log from its beginning, page by page. */
export async function* pages(db: Db, since = new Date(0)): AsyncGenerator<Row[]> {
  let after = '0';
  for (;;) {
    const stored = await sealed(db)
      .where('n', '>', after)
      .where('at', '>=', since)
      .orderBy('n')
      .limit(PAGE)
      .execute();
    const last = stored.at(-1);
    if (!last?.n) return;
    after = last.n;
    yield stored.map(rowOf);
  }
}

/** The latest rows first. @param before only those with a smaller number */
export async function latest(
  db: Db,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<Row[]> {
  let query = sealed(db).orderBy('n', 'desc').limit(limit);
  if (before !== undefined) query = query.where('n', '<', String(before));
  return (await query.execute()).map(rowOf);
}
