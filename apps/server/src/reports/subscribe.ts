import { randomUUIDv7 } from 'node:crypto';
import { ORPCError } from '@orpc/server';
import type { Db } from '../database/database.ts';
import type { Limit, Limits } from '../http/limits.ts';
import type { Post } from '../mail/post.ts';
import { sealedId } from '../sealed-id.ts';
import { confirmLetter } from './letters.ts';

interface Ports {
  /** Sees all rows: people outside are no members of anything. */
  db: Db;
  limits: Limits;
  post: Post;
  secret: string;
}

interface Channel {
  team_id: string;
  title: string;
  language: 'en' | 'de';
}

/** Mails to one address, of all teams together: nobody can fill a stranger's inbox. */
const MAILS: Limit = { name: 'report-confirm', most: 3, seconds: 86_400 };

/**
 * Asks an address whether it wants a team's reports. Nothing of what happens tells the caller whether
 * the address was known: also one that was asked too often, or gets the reports already, is answered alike.
 */
export async function askToConfirm(
  { db, limits, post, secret }: Ports,
  channel: Channel,
  email: string,
): Promise<void> {
  if (await isTooMany(limits, email)) return;
  await db.transaction().execute(async (tx) => {
    const row = await tx
      .insertInto('report_subscriber')
      .values({ id: randomUUIDv7(), team_id: channel.team_id, email })
      .onConflict((conflict) =>
        conflict
          .columns(['team_id', 'email'])
          .doUpdateSet((e) => ({ email: e.ref('excluded.email') })),
      )
      .returning(['id', 'confirmed_at'])
      .executeTakeFirstOrThrow();
    if (row.confirmed_at !== null) return;
    const url = post.link(`/r/mails/${sealedId(secret, 'report confirm', row.id)}`);
    const letter = confirmLetter(channel.language, channel.title, url);
    await post.queue(tx, { to: email, kind: 'report-confirm', letter });
  });
}

async function isTooMany(limits: Limits, email: string): Promise<boolean> {
  try {
    await limits.count(MAILS, email);
    return false;
  } catch (error) {
    if (error instanceof ORPCError && error.code === 'too-many') return true;
    throw error;
  }
}

/** What a link in a mail is about, to be shown before somebody presses the button on it. */
export interface MailLink {
  purpose: 'confirm' | 'leave';
  id: string;
}

/** The team's language, for pages behind a link in a mail; null: nobody has subscribed with it any more. */
export async function languageOf(db: Db, { id }: MailLink): Promise<'en' | 'de' | null> {
  const row = await db
    .selectFrom('report_subscriber')
    .innerJoin('team', 'team.id', 'report_subscriber.team_id')
    .select('team.language')
    .where('report_subscriber.id', '=', id)
    .executeTakeFirst();
  return row?.language ?? null;
}

/** Does what the link is for; a repeat changes nothing. */
export async function followMailLink(db: Db, { purpose, id }: MailLink): Promise<void> {
  switch (purpose) {
    case 'confirm':
      await db
        .updateTable('report_subscriber')
        .set({ confirmed_at: new Date() })
        .where('id', '=', id)
        .where('confirmed_at', 'is', null)
        .execute();
      return;
    case 'leave':
      await db.deleteFrom('report_subscriber').where('id', '=', id).execute();
      return;
  }
}
