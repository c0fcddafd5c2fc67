import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Db } from '../../database/database.ts';
import type { Channel } from '../../live/hint-bus.ts';
import { postgresChannel } from '../../live/postgres-channel.ts';

const CHANNEL = 'rondo_news';
/** PostgreSQL takes less than 8,000 bytes at a time; an id has 36, the topic of a team 47. */
const AT_ONCE = 150;
/** Said in place of a person: there is something for others to be told, by webhooks. */
export const WEBHOOKS = 'webhooks';
/** With so frequent a hello, ms, a connection that died without a word is noticed. */
const HELLO_MS = 10_000;

/**
 * Says, once the transaction is committed and not before, that there is something new.
 * Through PostgreSQL and not through the bus of the live engine: only PostgreSQL knows when, and whether,
 * a transaction was committed, and whoever gives the cause need not think of it.
 * @param words for whom: ids of people, `WEBHOOKS`; or topics, such as `team:…:teams`
 */
export async function tellOnCommit(tx: Db, words: readonly string[]): Promise<void> {
  for (let from = 0; from < words.length; from += AT_ONCE) {
    const some = words.slice(from, from + AT_ONCE).join(' ');
    await sql`select pg_notify(${CHANNEL}, ${some})`.execute(tx);
  }
}

/** Says, once it is committed, that somebody is in a team or organization, no longer in it, or as something else. */
export const tellPlaces = (tx: Db, person: string): Promise<void> =>
  tellOnCommit(tx, [`person:${person}:teams`]);

/**
 * Says, once it is committed, that a team, who is in it, or what they may do there has changed.
 * @param person who is in it only now, or no longer
 */
export async function tellTeam(tx: Db, team: string, person?: string): Promise<void> {
  await tellOnCommit(tx, [`team:${team}:teams`]);
  if (person !== undefined) await tellPlaces(tx, person);
}

/**
 * Hears what `tellOnCommit` says, on whichever server.
 * @param reopened something may have been missed
 */
export function hearNews(
  url: string,
  log: Logger,
  heard: (word: string) => void,
  reopened: () => void,
): Pick<Channel, 'close'> {
  let wasOpen = false;
  const channel = postgresChannel(url, CHANNEL, log, {
    opened: () => {
      if (wasOpen) reopened();
      wasOpen = true;
    },
    heard: (text) => {
      for (const word of text.split(' ')) if (word !== '') heard(word);
    },
  });
  const hello = setInterval(() => void channel.send(''), HELLO_MS);
  return {
    close: async () => {
      clearInterval(hello);
      await channel.close();
    },
  };
}
