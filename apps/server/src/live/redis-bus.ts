import { createClient } from '@redis/client';
import type { Logger } from 'pino';
import { hintBus, type Channel, type ChannelEvents, type HintBus } from './hint-bus.ts';

const CHANNEL = 'rondo_live';
/** Beyond this a parcel is split; Valkey itself would take far more. */
const LARGEST = 64 * 1024;
/** The longest pause between two attempts to connect, ms. */
const LONGEST_PAUSE = 5_000;
/** A connection is asked so often whether it is there, ms. */
const PING_MS = 2_000;
/** And after so much silence, ms, it is not, whatever TCP believes. */
const SILENT_MS = 4_500;

/**
 * Hints between nodes through Valkey or Redis, which keeps them out of the database: `NOTIFY` makes its
 * commits wait for one another. Nothing is stored there, so it needs neither disk nor backup, and
 * while it is away hints are lost, which delays and loses nothing else.
 */
export const redisBus = (url: string, name: string, log: Logger): HintBus =>
  hintBus((events) => publishAndSubscribe(url, log, events), name, LARGEST);

function publishAndSubscribe(url: string, log: Logger, { opened, heard }: ChannelEvents): Channel {
  const publisher = createClient({
    url,
    name: 'rondo',
    pingInterval: PING_MS,
    // A hint that comes late is worth nothing.
    disableOfflineQueue: true,
    socket: {
      connectTimeout: 10_000,
      socketTimeout: SILENT_MS,
      reconnectStrategy: (retries) => Math.random() * Math.min(LONGEST_PAUSE, 100 * 2 ** retries),
    },
  });
  // A connection that listens can do nothing else. What it listens to, it asks for again by itself.
  const subscriber = publisher.duplicate({ disableOfflineQueue: false });
  for (const client of [publisher, subscriber])
    client.on('error', (error: unknown) => log.warn({ err: error }, 'the bus for hints is away'));

  let isListening = false;
  let isClosed = false;
  const openedIfBoth = (): void => {
    if (isListening && publisher.isReady) opened();
  };
  publisher.on('ready', openedIfBoth);
  subscriber.on('ready', openedIfBoth);

  const start = async (): Promise<void> => {
    await Promise.all([publisher.connect(), subscriber.connect()]);
    await subscriber.subscribe(CHANNEL, heard);
    isListening = true;
    openedIfBoth();
  };
  const started = start().catch((error: unknown) => {
    // It connects again for as long as it takes; only being closed ends it.
    if (!isClosed) log.error({ err: error }, 'no bus for hints');
  });

  return {
    isOpen: () => isListening && publisher.isReady && subscriber.isReady,
    send: async (text) => {
      try {
        await publisher.publish(CHANNEL, text);
      } catch (error) {
        log.debug({ err: error }, 'hints were lost');
      }
    },
    close: async () => {
      isClosed = true;
      for (const client of [publisher, subscriber]) if (client.isOpen) client.destroy();
      await started;
    },
  };
}
