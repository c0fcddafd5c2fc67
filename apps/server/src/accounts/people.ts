import { randomUUIDv7 } from 'node:crypto';
import type { Db } from '../database/database.ts';
import type { Language } from './letters.ts';

export interface NewPerson {
  readonly name: string;
  /** Shown to be theirs: by a mailed link, or by the code that the start prints. */
  readonly email: string;
  /** As better-auth's `hashPassword` makes it; null: signs in by mailed links alone. */
  readonly passwordHash: string | null;
  readonly language: Language | null;
}

/**
 * Makes an account.
 * @returns its id; null: the address has one already
 */
export async function makePerson(tx: Db, person: NewPerson): Promise<string | null> {
  const { name, email, passwordHash, language } = person;
  const id = randomUUIDv7();
  const made = await tx
    .insertInto('user')
    .values({ id, name, email: email.toLowerCase(), email_verified: true, language, image: null })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return null;
  if (passwordHash !== null) {
    await tx
      .insertInto('account')
      .values({
        id: randomUUIDv7(),
        user_id: id,
        account_id: id,
        provider_id: 'credential',
        password: passwordHash,
      })
      .execute();
  }
  return id;
}

export async function findPersonByEmail(db: Db, email: string) {
  return db
    .selectFrom('user')
    .select(['id', 'name', 'email', 'language'])
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst();
}
