import { randomBytes, randomUUID } from 'node:crypto';
import { createNode, type Chance, type Clock, type LiveNode } from '@rondo/live/room';
import type { MeetingId } from '@rondo/meeting';
import { phasesOnServer } from '@rondo/phases/server';
import type { Logger } from 'pino';
import type { Database } from './database/database.ts';
import { postgresBus } from './live/postgres-bus.ts';
import { postgresLog, type PostgresLog } from './live/postgres-log.ts';
import type { Post } from './mail/post.ts';
import { storeOutcome } from './outcomes/store.ts';

/** Running meetings: the node that plays them, and the log that is their truth. */
export interface Live {
  readonly live: LiveNode;
  readonly meetingLog: PostgresLog;
  readonly chance: Chance;
  /** Sends everybody away, waits for what is on its way, and lets go. */
  readonly closeLive: () => Promise<void>;
}

const clock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  soon: (run) => void setImmediate(run),
};

const chance: Chance = {
  random: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
  // 128 bits, as letters and digits; branded by what the caller makes it the id of.
  id: <Id extends string>() => BigInt(`0x${randomBytes(16).toString('hex')}`).toString(36) as Id,
};

/** @param database whose pools the log works on: its own, so that no other query can hold it up */
export function openLive(database: Database, post: Post, log: Logger): Live {
  const name = randomUUID();
  const meetingLog = postgresLog(database.openPool('live', 4), database.db, {
    ended: (tx, meeting, outcome) => storeOutcome(tx, post, meeting, outcome),
    reopened: async (tx, meeting) => {
      await tx
        .updateTable('meeting')
        .set({ status: 'running', ended_at: null })
        .where('id', '=', meeting)
        .execute();
    },
  });
  const bus = postgresBus(database.url, name, log);
  const live = createNode({
    name,
    registry: phasesOnServer,
    log: meetingLog,
    bus,
    clock,
    chance,
    report: ({ what, meeting, detail, error }) =>
      log.error({ err: error, meeting: shortOf(meeting), detail }, `live: ${what}`),
  });
  return {
    live,
    meetingLog,
    chance,
    closeLive: async () => {
      await live.stop();
      await bus.close();
    },
  };
}

/** Enough to find lines about one meeting, too little to enter it. */
function shortOf(meeting: MeetingId | null): string | undefined {
  return meeting?.slice(0, 6);
}
