import { randomInt } from 'node:crypto';
import { verifyPassword } from 'better-auth/crypto';
import { sql } from 'kysely';
import type { App } from '../app.ts';
import type { Db } from '../database/database.ts';
import type { Limit } from '../http/limits.ts';
import { problem } from '../http/problem.ts';
import { hashToken } from '../secret-token.ts';
import { erasureLetters } from './letters.ts';

/** How long a mailed code works, minutes. */
const MINUTES = 30;
const MAILS: Limit = { name: 'erasure-code', most: 5, seconds: 3_600 };
/** Of 10⁸ codes: nobody guesses one in so many tries. */
const TRIES: Limit = { name: 'erasure-try', most: 8, seconds: 3_600 };

export type Proof = { readonly password: string } | { readonly code: string };

interface Person {
  readonly id: string;
  readonly email: string;
  readonly language: 'en' | 'de' | null;
}

/**
 * Mails a code that shows that whoever is signed in reads the mails of this account. Codes, as passwords
 * below, are for nobody to read.
 */
export async function mailCode(
  { dbForAll, post, limits }: App,
  { id, email, language }: Person,
): Promise<void> {
  await limits.count(MAILS, id);
  const code = String(randomInt(100_000_000)).padStart(8, '0');
  await dbForAll.transaction().execute(async (tx) => {
    await tx.deleteFrom('erasure_code').where('user_id', '=', id).execute();
    await tx
      .insertInto('erasure_code')
      .values({
        user_id: id,
        code_hash: hashToken(code),
        expires_at: sql<Date>`now() + make_interval(mins => ${MINUTES})`,
      })
      .execute();
    const letter = erasureLetters.code(language ?? 'en', `${code.slice(0, 4)} ${code.slice(4)}`);
    await post.queue(tx, { to: email, kind: 'erasure-code', letter });
  });
}

/** Throws `not-you` unless the password or the mailed code is right. */
export async function needProof(
  { dbForAll, limits }: Pick<App, 'dbForAll' | 'limits'>,
  user: string,
  proof: Proof,
): Promise<void> {
  await limits.count(TRIES, user);
  const isRight =
    'password' in proof
      ? await isPassword(dbForAll, user, proof.password)
      : await isCode(dbForAll, user, proof.code);
  if (!isRight) throw problem('not-you');
}

async function isPassword(db: Db, user: string, password: string): Promise<boolean> {
  const account = await db
    .selectFrom('account')
    .select('password')
    .where('user_id', '=', user)
    .where('password', 'is not', null)
    .executeTakeFirst();
  return account?.password ? verifyPassword({ hash: account.password, password }) : false;
}

async function isCode(db: Db, user: string, code: string): Promise<boolean> {
  const row = await db
    .selectFrom('erasure_code')
    .select('code_hash')
    .where('user_id', '=', user)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return row?.code_hash.equals(hashToken(code.replaceAll(/\D/g, ''))) ?? false;
}
