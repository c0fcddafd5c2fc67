import type { CommandStore, NumberedCommand, StoredStream } from '@rondo/live/client';
import type { ClientId, MeetingId, ParticipantId } from '@rondo/meeting';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { createHolding } from './holding.ts';

interface Row extends NumberedCommand {
  meeting: MeetingId;
  me: ParticipantId;
  client: ClientId;
  /** This device's time, ms. */
  at: number;
}

interface Schema extends DBSchema {
  commands: { key: [MeetingId, ClientId, number]; value: Row };
}

/** What nobody came back for is forgotten after this, ms. */
const LONGEST = 30 * 24 * 60 * 60 * 1000;

let opened: Promise<IDBPDatabase<Schema>> | null = null;

const database = (): Promise<IDBPDatabase<Schema>> =>
  (opened ??= openDB<Schema>('rondo-live', 1, {
    upgrade: (db) => {
      db.createObjectStore('commands', { keyPath: ['meeting', 'client', 'n'] });
    },
    // The browser closed it (storage cleared): open it again the next time.
    terminated: () => {
      opened = null;
    },
  }));

/** Everything of one meeting, or of one client in it. */
const all = (...key: [MeetingId] | [MeetingId, ClientId]): IDBKeyRange =>
  // An array sorts behind every string and number.
  IDBKeyRange.bound(key, [...key, []]);

/** Unanswered commands of one meeting in this browser's IndexedDB. */
export function createCommandStore(meeting: MeetingId): CommandStore {
  const holding = createHolding(meeting);

  return {
    adopt: async (me) => {
      const db = await database();
      const rows = await db.getAll('commands', all(meeting));
      const streams = new Map<ClientId, Row[]>();
      for (const row of rows) {
        if (row.at < Date.now() - LONGEST) await db.delete('commands', all(meeting, row.client));
        else if (row.me === me) streams.set(row.client, [...(streams.get(row.client) ?? []), row]);
      }
      const free = await holding.free([...streams.keys()]);
      return free
        .map((client): StoredStream => ({ client, commands: streams.get(client) ?? [] }))
        .sort((a, b) => startOf(streams.get(a.client)) - startOf(streams.get(b.client)));
    },

    keep: async (me, client, command) => {
      holding.hold(client);
      const db = await database();
      // Relaxed: survives the end of the tab, and need not wait for the disk.
      const transaction = db.transaction('commands', 'readwrite', { durability: 'relaxed' });
      const row: Row = { ...command, meeting, me, client, at: Date.now() };
      await Promise.all([transaction.store.put(row), transaction.done]);
    },

    forget: async (client, n) => {
      const db = await database();
      await db.delete('commands', IDBKeyRange.bound([meeting, client], [meeting, client, n]));
    },

    close: holding.close,
  };
}

const startOf = (rows: readonly Row[] | undefined): number => rows?.[0]?.at ?? 0;

/** Forgets everything that is unsent in any meeting; for signing out. */
export async function forgetCommands(): Promise<void> {
  const db = await database();
  await db.clear('commands');
}
