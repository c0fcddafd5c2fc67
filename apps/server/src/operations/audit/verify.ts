import { createHash } from 'node:crypto';
import type { Db } from '../../database/database.ts';
import { pages, type Row } from './read.ts';

/** The chain as far as it goes: whoever has this hash can tell later whether anything before it was changed. */
export interface Head {
  readonly n: number;
  readonly hash: string;
}

export type Verdict =
  | { readonly ok: true; readonly head: Head }
  | { readonly ok: false; readonly n: number; readonly why: Fault };

/** `missing`: a number is left out; `changed`: a row is not what was hashed; `unsealed`: a row has no place in the chain. */
export type Fault = 'missing' | 'changed' | 'unsealed' | 'other-head';

const NOTHING: Head = { n: 0, hash: '' };

/** The hash of a row, from what it says and the hash of the one before. */
export function hashOf(before: string, row: Omit<Row, 'hash'>): string {
  const content = [
    String(row.n),
    row.at.toISOString(),
    row.act,
    row.actor === null ? '' : `=${row.actor}`,
    row.network === null ? '' : `=${row.network}`,
    row.about,
  ].join('\n');
  return createHash('sha256').update(`${before}\n${content}`).digest('hex');
}

/** Goes on from `head` over the next rows, in the order of their numbers. */
export function follow(head: Head, rows: readonly Row[]): Verdict {
  let { n, hash } = head;
  for (const row of rows) {
    if (row.n !== n + 1) return { ok: false, n: n + 1, why: 'missing' };
    if (hashOf(hash, row) !== row.hash) return { ok: false, n: row.n, why: 'changed' };
    ({ n, hash } = row);
  }
  return { ok: true, head: { n, hash } };
}

/**
 * Goes through the whole chain, and names the first row that is not what it was.
 * @param known a head that was written down earlier, such as with a backup: it must be in the chain
 */
export async function verifyAudit(db: Db, known?: Head): Promise<Verdict> {
  let verdict: Verdict = { ok: true, head: NOTHING };
  let isKnown = known === undefined || known.n === 0;
  for await (const rows of pages(db)) {
    if (!verdict.ok) return verdict;
    verdict = follow(verdict.head, rows);
    isKnown ||= rows.some(({ n, hash }) => n === known?.n && hash === known.hash);
  }
  if (!verdict.ok) return verdict;
  const { unsealed } = await db
    .selectFrom('audit')
    .select((e) => e.fn.countAll<string>().as('unsealed'))
    .where((e) => e.or([e('n', 'is', null), e('hash', 'is', null)]))
    .executeTakeFirstOrThrow();
  if (Number(unsealed) > 0) return { ok: false, n: verdict.head.n + 1, why: 'unsealed' };
  if (!isKnown && known) return { ok: false, n: known.n, why: 'other-head' };
  return verdict;
}

/** The end of the chain, as it is stored. */
export async function auditHead(db: Db): Promise<Head> {
  const row = await db
    .selectFrom('audit')
    .select(['n', 'hash'])
    .where('n', 'is not', null)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.hash ? { n: Number(row.n), hash: row.hash.toString('hex') } : NOTHING;
}
