import { sql, type RawBuilder } from 'kysely';
import * as z from 'zod';
import { problem } from '../http/problem.ts';
import { pageOf } from './page.ts';

const Cursor = z.tuple([z.string().max(400), z.uuid()]);

/**
 * For a list in the order of lower names and ids: whether a row stands behind the page that `after` ended;
 * without one all do. Throws `bad-input` for what no list has handed out.
 */
export function isBehindName(
  after: string | undefined,
  columns: { lowered: RawBuilder<unknown>; id: RawBuilder<unknown> },
): RawBuilder<boolean> {
  if (after === undefined) return sql<boolean>`true`;
  const [name, id] = read(after);
  return sql<boolean>`(${columns.lowered}, ${columns.id}) > (${name}, ${id}::uuid)`;
}

/** A page of such a list, of which one row more than `limit` was asked for. */
export const pageByName = <Row extends { readonly sorted: string; readonly id: string }>(
  rows: readonly Row[],
  limit: number,
): { page: Row[]; next: string | null } =>
  pageOf(rows, limit, ({ sorted, id }) =>
    Buffer.from(JSON.stringify([sorted, id])).toString('base64url'),
  );

function read(after: string): [name: string, id: string] {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(after, 'base64url').toString()));
  } catch {
    throw problem('bad-input');
  }
}

/** For `like`: what people typed, found anywhere, its own wildcards taken literally. */
export const anywhere = (find: string): string => `%${find.replaceAll(/[\\%_]/g, '\\$&')}%`;
