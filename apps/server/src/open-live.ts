import type { Chance, LiveNode } from '@rondo/live/room';
import { phasesOnServer } from '@rondo/phases/server';
import type { Logger } from 'pino';
import type { Sessions } from './accounts/session.ts';
import type { Database } from './database/database.ts';
import { addressOf } from './http/request-origin.ts';
import type { Acts } from './insight/acts.ts';
import { agreedClock } from './live/agreed-clock.ts';
import type { Authenticate } from './live/door.ts';
import { startLive, type Live } from './live/live.ts';
import { machineChance } from './live/machine.ts';
import type { PostgresLog } from './live/postgres-log.ts';
import { noticeUnbelievedProxies } from './live/unbelieved-proxy.ts';
import type { Post } from './mail/post.ts';
import { credentialsOf } from './meetings/credentials.ts';
import { identifyTogether } from './meetings/identity.ts';
import { keepRows } from './meetings/keep-row.ts';
import { record } from './operations/audit/record.ts';
import { noteRemovals } from './operations/audit/removals.ts';
import { storeOutcome } from './outcomes/store.ts';
import type { Settings } from './settings/list.ts';
import { tellBoardsOfEnd } from './tasks/after-end.ts';

/** What the endpoints need of running meetings. */
export interface Meetings {
  readonly live: LiveNode;
  readonly meetingLog: PostgresLog;
  readonly chance: Chance;
}

interface Parts {
  /** Of this server among the others. */
  name: string;
  database: Database;
  post: Post;
  sessions: Sessions;
  settings: Settings;
  /** Told of everything that people do. */
  acts: Pick<Acts, 'inMeeting'>;
  /** Hears every poke of any server. */
  onPoke: (topic: string) => void;
  log: Logger;
}

/** Starts the live engine with what the rest of the server knows: whose a connection is, and what an end leaves behind. */
export async function openLive({
  name,
  database,
  post,
  sessions,
  settings,
  acts,
  onPoke,
  log,
}: Parts): Promise<Live> {
  const { db, url } = database;
  const clock = await agreedClock(() => timeOf(database), log);
  const keep = keepRows(db, clock.now, (error) =>
    log.warn({ err: error }, 'could not keep a meeting’s row'),
  );
  const noticeProxy = noticeUnbelievedProxies(log);
  const noteRemoved = noteRemovals(db, (error) =>
    log.error({ err: error }, 'could not write down whom a facilitator removed'),
  );
  const tellBoards = tellBoardsOfEnd(
    db,
    (topic) => live.node.poke(topic),
    (error) => log.warn({ err: error }, 'could not tell a team that its tasks have changed'),
  );
  const live = await startLive({
    name,
    clock,
    registry: phasesOnServer,
    // A pool of its own, so that no other query can hold the log up.
    pool: database.openPool('live', 4),
    db,
    url,
    busUrl: settings.bus,
    turning: {
      ended: (tx, meeting, outcome, board) => storeOutcome(tx, post, meeting, outcome, board),
      reopened: async (tx, meeting) => {
        await tx
          .updateTable('meeting')
          .set({ status: 'running', ended_at: null })
          .where('id', '=', meeting)
          .execute();
        await record(tx, { act: 'meeting-reopened', actor: null, about: { meeting } });
      },
    },
    authenticate: authenticateBy(database, sessions, settings),
    addressOf: (request) => {
      const address = addressOf(request, settings);
      noticeProxy(request, address);
      return address;
    },
    maxConnections: settings.maxConnections,
    onPoke,
    onEntry: (meeting, board, changed, done) => {
      keep(meeting, board, changed);
      noteRemoved(meeting, board, changed, done);
      acts.inMeeting(meeting, board, changed, done);
      tellBoards(meeting, board);
    },
    log,
  });
  return {
    ...live,
    stop: async () => {
      clock.stop();
      await live.stop();
    },
  };
}

async function timeOf({ pool }: Database): Promise<number> {
  const { rows } = await pool.query<{ ms: number }>(
    'select extract(epoch from clock_timestamp())::float8 * 1000 as ms',
  );
  return rows[0]?.ms ?? Date.now();
}

function authenticateBy({ db }: Database, sessions: Sessions, settings: Settings): Authenticate {
  const identify = identifyTogether(db, machineChance.id);
  return async ({ headers }, meeting) => {
    const session = await sessions.from({ headers });
    const credentials = credentialsOf(headers, meeting, settings, session);
    const who = await identify(meeting, credentials);
    if (!who) return session || credentials.guest !== null ? 'notFound' : 'signedOut';
    return {
      ...who,
      user: who.role === 'member' ? (session?.user.id ?? null) : null,
      restsOn: session ? [`session:${session.id}`, `user:${session.user.id}`] : [],
    };
  };
}
