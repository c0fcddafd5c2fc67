import pg from 'pg';
import type { Logger } from 'pino';
import { hintBus, type Channel, type ChannelEvents, type HintBus } from './hint-bus.ts';

const CHANNEL = 'rondo_live';
/** PostgreSQL takes less than 8,000 bytes at a time. */
const LARGEST = 7_900;
/** The longest pause between two attempts to connect, ms. */
const LONGEST_PAUSE = 5_000;

/**
 * Hints between nodes through `LISTEN` and `NOTIFY`, on a connection of its own. `NOTIFY` makes commits
 * of the whole database wait for one another, which is why nothing is sent that nobody hears. A lost
 * connection loses hints, and is made anew.
 */
export const postgresBus = (url: string, name: string, log: Logger): HintBus =>
  hintBus((events) => listenAndNotify(url, log, events), name, LARGEST);

function listenAndNotify(url: string, log: Logger, { opened, heard }: ChannelEvents): Channel {
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
    await fresh.query(`listen ${CHANNEL}`);
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
        await through.query('select pg_notify($1, $2)', [CHANNEL, text]);
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
