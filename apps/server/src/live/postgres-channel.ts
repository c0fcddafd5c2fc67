import pg from 'pg';
import type { Logger } from 'pino';
import type { Channel, ChannelEvents } from './hint-bus.ts';

/** The longest pause between two attempts to connect, ms. */
const LONGEST_PAUSE = 5_000;

/**
 * What is said on one channel of PostgreSQL, on a connection of its own. A lost connection loses what
 * was said meanwhile, and is made anew.
 * @param channel a plain word
 */
export function postgresChannel(
  url: string,
  channel: string,
  log: Logger,
  { opened, heard }: ChannelEvents,
): Channel {
  let client: pg.Client | null = null;
  let failures = 0;
  let isClosed = false;

  /** This connection is worth nothing any more, whoever noticed it. */
  const lost = (which: pg.Client, error?: unknown): void => {
    if (client !== which) return;
    client = null;
    if (isClosed) return;
    log.warn({ err: error }, 'the connection for hints was lost');
    reconnect();
  };

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: 'rondo hints',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      // With a hello every 10 s, a connection that died without a word is noticed within 15 s.
      query_timeout: 5_000,
    });
    fresh.on('error', (error) => lost(fresh, error));
    fresh.on('end', () => lost(fresh));
    fresh.on('notification', ({ payload }) => heard(payload ?? ''));
    await fresh.connect();
    await fresh.query(`listen ${channel}`);
    if (isClosed) return fresh.end();
    client = fresh;
    failures = 0;
    opened();
  };

  let timer: NodeJS.Timeout | undefined;
  const reconnect = (): void => {
    clearTimeout(timer);
    const pause = Math.random() * Math.min(LONGEST_PAUSE, 100 * 2 ** failures++);
    timer = setTimeout(() => {
      connect().catch((error: unknown) => {
        log.warn({ err: error }, 'no connection for hints');
        if (!isClosed) reconnect();
      });
    }, pause);
  };
  reconnect();

  return {
    isOpen: () => client !== null,
    send: async (text) => {
      const through = client;
      if (!through) return;
      try {
        await through.query('select pg_notify($1, $2)', [channel, text]);
      } catch (error) {
        lost(through, error);
        through.end().catch((defect: unknown) => lost(through, defect));
      }
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
