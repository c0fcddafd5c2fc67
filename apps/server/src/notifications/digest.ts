import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Database, Db } from '../database/database.ts';
import type { Letter, LetterItem } from '../mail/letter.ts';
import { withoutMailing } from '../mail/mailings.ts';
import type { Post } from '../mail/post.ts';
import { zoneOf } from '../mail/quiet-hours.ts';
import { clock, isQuiet } from './clock.ts';
import { readerOf } from './reader.ts';
import type { Language } from './sentences.ts';
import { toldInMail } from './told-in-mail.ts';
import { kindsBy, waysOf } from './ways.ts';

export interface Ports {
  readonly db: Db;
  readonly dbOf: Database['dbOf'];
  readonly post: Pick<Post, 'link' | 'queue'>;
  readonly log: Pick<Logger, 'warn'>;
}

/** A digest that is so late, minutes, because no server ran, comes with the next one. */
const PATIENCE = 120;
/** So many people at one look; the others a few minutes later. */
const MOST_PEOPLE = 500;
/** A letter has so many lines; the page has all. */
const MOST_LINES = 30;
/** What nobody has read for so long is no news. */
const NEWS_DAYS = 14;

/**
 * Mails everybody once a day, in their morning, what they have not read. Any number of servers may do
 * this at once: who writes the day down first sends the mail, in one transaction. Who comes first is left
 * to chance, so that those whose mail fails every time do not keep all others waiting.
 */
export async function sendDigests(ports: Ports, now = new Date()): Promise<number> {
  const { db, log } = ports;
  const usual = sql`coalesce(settings.digest_at, 480)`;
  const due = sql`case when ${isQuiet(usual)} then settings.quiet_until else ${usual} end`;
  const { rows } = await sql<{ id: string; day: string }>`
    select unread.user_id as id, clock.day::text as day
    from (
      select distinct user_id from notification
      where read_at is null and digested_at is null
        and at > now() - make_interval(days => ${NEWS_DAYS})
    ) as unread
    left join notice_settings as settings on settings.user_id = unread.user_id
    join ${await clock(db, now)} as clock on clock.zone = ${zoneOf}
    left join digest on digest.user_id = unread.user_id
    where clock.minute >= ${due} and clock.minute < ${due} + ${PATIENCE}
      and (digest.day is null or digest.day < clock.day)
    order by random()
    limit ${MOST_PEOPLE}
  `.execute(db);
  let sent = 0;
  for (const { id, day } of rows) {
    try {
      if (await sendDigest(ports, id, day)) sent++;
    } catch (error) {
      // One person's must not keep the others waiting.
      log.warn({ err: error, user: id }, 'could not send a digest');
    }
  }
  return sent;
}

/** @returns whether there was anything to send, and nobody else sent it */
function sendDigest({ db, dbOf, post }: Ports, user: string, day: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('digest')
      .values({ user_id: user, day })
      .onConflict((conflict) =>
        conflict
          .column('user_id')
          .doUpdateSet({ day })
          .where(sql<boolean>`digest.day < excluded.day`),
      )
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return false;
    const mailing = { user, mailing: 'digest', team: null } as const;
    if ((await withoutMailing(tx, [user], 'digest', null)).size > 0) return false;
    const ways = (await waysOf(tx, [user])).get(user);
    const kinds = ways ? kindsBy(ways, 'digest', 'mail') : [];
    if (kinds.length === 0) return false;
    const notices = await tx
      .updateTable('notification')
      .set({ digested_at: sql<Date>`now()` })
      .where('user_id', '=', user)
      .where('read_at', 'is', null)
      .where('digested_at', 'is', null)
      .where('at', '>', sql<Date>`now() - make_interval(days => ${NEWS_DAYS})`)
      .where('kind', 'in', kinds)
      .returning(['id', 'kind', 'at', 'read_at', 'team_id', 'about'])
      .execute();
    if (notices.length === 0) return false;
    const reader = await readerOf(tx, user);
    const { email, language } = reader;
    const latest = notices.toSorted((a, b) => b.at.getTime() - a.at.getTime());
    const items = await toldInMail(dbOf(user), latest.slice(0, MOST_LINES), reader, post.link);
    const url = post.link('/notifications');
    const letter = digestLetter(language, items, notices.length, url);
    await post.queue(tx, { to: email, kind: 'digest', letter, mailing });
    return true;
  });
}

function digestLetter(
  language: Language,
  items: readonly LetterItem[],
  count: number,
  url: string,
): Letter {
  if (language === 'de') {
    return {
      language,
      subject: count === 1 ? 'Eine Neuigkeit für dich' : `${count} Neuigkeiten für dich`,
      paragraphs: ['Das hast du noch nicht gelesen.'],
      lists: [{ title: 'Seit der letzten Mail', items }],
      button: { label: 'Alles ansehen', url },
      footnote:
        'Diese Mail kommt höchstens einmal am Tag. Was darin steht, legst du in deinen Einstellungen fest.',
    };
  }
  return {
    language,
    subject: count === 1 ? 'One thing is new for you' : `${count} things are new for you`,
    paragraphs: ['You have not read this yet.'],
    lists: [{ title: 'Since the last mail', items }],
    button: { label: 'See everything', url },
    footnote: 'This mail comes once a day at most. Your settings say what is in it.',
  };
}
