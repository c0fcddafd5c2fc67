import { sql } from 'kysely';
import type { Letter, LetterItem } from '../mail/letter.ts';
import { zoneOf } from '../mail/quiet-hours.ts';
import { clock, isQuiet } from './clock.ts';
import type { Ports } from './digest.ts';
import { readerOf } from './reader.ts';
import type { Language } from './sentences.ts';
import { toldInMail } from './told-in-mail.ts';
import { USUALLY_MAILED } from './ways.ts';

/** So many people at one look; the others a minute later. */
const MOST_PEOPLE = 500;
/** What could not be mailed for so long, because no server ran or it was quiet, is left to the digest. */
const LATEST_HOURS = 24;

/** Of this notice and person, whether it is mailed at once. */
const isMailed = sql<boolean>`coalesce(
  (select way from notice_way where notice_way.user_id = notification.user_id
    and notice_way.kind = notification.kind),
  case when notification.kind = any (${[...USUALLY_MAILED]}::text[]) then 'mail' end
) = 'mail'`;

/**
 * Every minute, mails people what they want to have at once, unless it is quiet where they are: then
 * it waits. Any number of servers may do this: each notice is taken by one of them, in the transaction
 * that queues the mail. Who comes first is left to chance: by any order, those whose mail fails every
 * time could keep all others waiting.
 */
export async function sendAtOnce(
  ports: Ports,
  now = new Date(),
  most = MOST_PEOPLE,
): Promise<number> {
  const { db, log } = ports;
  const { rows } = await sql<{ id: string }>`
    select unread.user_id as id
    from (
      select distinct user_id from notification
      where read_at is null and digested_at is null
        and at > now() - make_interval(hours => ${LATEST_HOURS}) and ${isMailed}
    ) as unread
    left join notice_settings as settings on settings.user_id = unread.user_id
    join ${await clock(db, now)} as clock on clock.zone = ${zoneOf}
    where not ${isQuiet(sql`clock.minute`)}
      and not exists (select from mailing_off
        where mailing_off.user_id = unread.user_id and mailing = 'notice')
    order by random()
    limit ${most}
  `.execute(db);
  let sent = 0;
  for (const { id } of rows) {
    try {
      if (await send(ports, id)) sent++;
    } catch (error) {
      // One person's must not keep the others waiting.
      log.warn({ err: error, user: id }, 'could not mail what somebody wants at once');
    }
  }
  return sent;
}

function send({ db, dbOf, post }: Ports, user: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const notices = await tx
      .updateTable('notification')
      .set({ digested_at: sql<Date>`now()` })
      .where('user_id', '=', user)
      .where('read_at', 'is', null)
      .where('digested_at', 'is', null)
      .where('at', '>', sql<Date>`now() - make_interval(hours => ${LATEST_HOURS})`)
      .where(isMailed)
      .returning(['id', 'kind', 'at', 'read_at', 'team_id', 'about'])
      .execute();
    if (notices.length === 0) return false;
    const reader = await readerOf(tx, user);
    const { email, language } = reader;
    const inOrder = notices.toSorted((a, b) => a.at.getTime() - b.at.getTime());
    const items = await toldInMail(dbOf(user), inOrder, reader, post.link);
    const letter = noticeLetter(language, items, post.link('/notifications'));
    const mailing = { user, mailing: 'notice', team: null } as const;
    await post.queue(tx, { to: email, kind: 'notice', letter, mailing });
    return true;
  });
}

const WORDS = {
  en: {
    several: (count: number) => `${count} things are new for you`,
    list: 'New for you',
    button: 'Have a look',
    footnote: 'You get this at once because your settings say so.',
  },
  de: {
    several: (count: number) => `${count} Neuigkeiten für dich`,
    list: 'Neu für dich',
    button: 'Ansehen',
    footnote: 'Du bekommst das sofort, weil deine Einstellungen es so sagen.',
  },
};

function noticeLetter(language: Language, items: readonly LetterItem[], all: string): Letter {
  const words = WORDS[language];
  const [only] = items.length === 1 ? items : [];
  const text = typeof only === 'string' ? only : only?.text;
  return {
    language,
    subject: text ?? words.several(items.length),
    paragraphs: text === undefined ? [] : [text],
    ...(only === undefined && { lists: [{ title: words.list, items }] }),
    button: { label: words.button, url: typeof only === 'object' ? only.url : all },
    footnote: words.footnote,
  };
}
