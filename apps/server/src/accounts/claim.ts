import { randomInt, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { hashToken } from '../secret-token.ts';

/** Without letters and digits that are taken for one another. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Whether the server has an owner. Once it has, it always will. */
export async function isClaimed(db: Db): Promise<boolean> {
  const owner = await db.selectFrom('server_owner').select('user_id').executeTakeFirst();
  return owner !== undefined;
}

export async function ownsServer(db: Db, userId: string): Promise<boolean> {
  const owner = await db
    .selectFrom('server_owner')
    .select('user_id')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return owner !== undefined;
}

/**
 * A new code for the first account, replacing earlier ones; only its hash is kept. Undefined: the
 * server has an owner.
 */
export async function newClaimCode(db: Db): Promise<string | undefined> {
  if (await isClaimed(db)) return undefined;
  const letters = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  const code = `${letters.slice(0, 4)}-${letters.slice(4)}`;
  await db
    .insertInto('claim_code')
    .values({ code_hash: hashToken(plain(code)) })
    .onConflict((conflict) =>
      conflict.column('only_one').doUpdateSet({
        code_hash: (row) => row.ref('excluded.code_hash'),
        made_at: sql`now()`,
      }),
    )
    .execute();
  return code;
}

/**
 * Spends the code, within the transaction that makes the owner. Throws `conflict` when the server has
 * an owner already, `wrong-code` when it is another code.
 */
export async function spendClaimCode(tx: Db, code: string): Promise<void> {
  if (await isClaimed(tx)) throw problem('conflict');
  const row = await tx.selectFrom('claim_code').select('code_hash').forUpdate().executeTakeFirst();
  // Who waited for the lock finds the code gone.
  if (!row) throw problem((await isClaimed(tx)) ? 'conflict' : 'wrong-code');
  if (!timingSafeEqual(row.code_hash, hashToken(plain(code)))) throw problem('wrong-code');
  await tx.deleteFrom('claim_code').execute();
}

export async function makeOwner(tx: Db, userId: string): Promise<void> {
  await tx.insertInto('server_owner').values({ user_id: userId }).execute();
}

/** As typed, with or without dash, in capitals or not. */
function plain(code: string): string {
  return code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
}
