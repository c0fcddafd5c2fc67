import type { ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Session, Sessions } from '../../accounts/session.ts';
import type { Db } from '../../database/database.ts';
import type { Context } from '../../http/context.ts';
import type { Admission, Knock } from '../../live/admission.ts';
import { hearNews, WEBHOOKS } from './channel.ts';
import { ownersFor } from './owners.ts';
import { makeReaders, ownerOf, type Reader } from './readers.ts';

/**
 * Tells open pages that something is new, and never what: they ask again for what they show. One
 * stream for each visible page, `GET /live/news`, of lines that name a topic, such as `team:…:tasks`.
 */
export interface News {
  /** Answers `GET /live/news`; false: it is none. */
  readonly onRequest: (context: Context) => Promise<boolean>;
  /** Something was poked on this server or another; `news:…` are topics. */
  readonly hear: (poke: string) => void;
  readonly connections: () => number;
  /** Sends everybody away, who come back to whichever server is there; takes in nobody else. */
  readonly sendAway: () => void;
  readonly stop: () => Promise<void>;
}

interface Parts {
  readonly db: Db;
  readonly url: string;
  readonly sessions: Pick<Sessions, 'from'>;
  readonly admission: Admission;
  /** There is something to pass on. */
  readonly onWebhooks: () => void;
  readonly log: Logger;
}

/** Streams of one account at once. */
const PER_PERSON = 20;
/** Of what this server lets in: beyond it news give way to meetings, and pages do without. */
const SHARE = 0.5;
/** Those that are open already give way only when it gets that full. */
const LAST_SHARE = 0.9;
/** What is poked within so many ms is told together: many changes of a thing are one. */
const TOGETHER_MS = 150;
/** One sign of life in so many seconds; the work is spread over them. */
const ROUND_SECONDS = 25;
/** After so many rounds it is asked anew who this is, and where they belong. */
const RECHECK_ROUNDS = 8;
/** Who has so many bytes waiting does not read. */
const MOST_WAITING = 64 * 1_024;
const COME_BACK_SECONDS = 60;
/** Said where something may have been missed: a page asks again for everything. */
const EVERYTHING = 'everything';

interface Open extends Reader {
  readonly cookie: string | undefined;
  readonly response: ServerResponse;
  readonly knock: Knock;
  readonly slot: number;
  rounds: number;
}

export function makeNews({ db, url, sessions, admission, onWebhooks, log }: Parts): News {
  const readers = makeReaders();
  const slots: Set<Open>[] = Array.from({ length: ROUND_SECONDS }, () => new Set());
  let waiting = new Set<string>();
  let isLeaving = false;
  let turn = 0;
  let nextSlot = 0;

  const hasRoom = (share: number): boolean =>
    admission.hasRoomBeside(admission.figures().capacity * (1 - share));

  const recheck = async (open: Open): Promise<void> => {
    try {
      const session = await sessions.from({ headers: { cookie: open.cookie } });
      if (session?.id !== open.session) return void open.response.end();
      readers.move(open, await ownersFor(db, open.person));
    } catch (error) {
      // Not to know is no reason to send anybody away; the next round asks again.
      log.warn({ err: error }, 'could not check who reads news');
    }
  };

  const visit = (open: Open): void => {
    if (open.response.writableLength > MOST_WAITING) return void open.response.destroy();
    if (!hasRoom(LAST_SHARE)) return void open.response.end();
    // A connection that is gone fails to take it, and closes.
    open.response.write(':\n\n');
    if (++open.rounds % RECHECK_ROUNDS === 0) void recheck(open);
  };
  const rounds = setInterval(() => {
    turn = (turn + 1) % ROUND_SECONDS;
    for (const open of slots[turn] ?? []) visit(open);
  }, 1_000);

  const tellAll = (): void => {
    const topics = waiting;
    waiting = new Set();
    for (const topic of topics) {
      for (const reader of readers.of(ownerOf(topic))) reader.tell(topic);
    }
  };
  const spread = (topic: string): void => {
    if (waiting.size === 0) setTimeout(tellAll, TOGETHER_MS).unref();
    waiting.add(topic);
  };
  const recheckWhere = (rests: (open: Open) => boolean): void => {
    for (const slot of slots) for (const open of slot) if (rests(open)) void recheck(open);
  };

  const heard = (word: string): void => {
    if (word === WEBHOOKS) return onWebhooks();
    const topic = word.includes(':') ? word : `person:${word}`;
    spread(topic);
    const [owner, person] = topic.split(':');
    if (owner !== 'person') return;
    // Often the news is that they are in a team now, or no longer.
    recheckWhere((open) => open.person === person);
  };
  const channel = hearNews(url, log, heard, () => {
    for (const reader of readers.all()) reader.tell(EVERYTHING);
  });

  const begin = async (context: Context, session: Session, knock: Knock): Promise<void> => {
    const { request, response } = context;
    const { cookie } = request.headers;
    const person = session.user.id;
    const owners = await ownersFor(db, person);
    if (response.closed || isLeaving) {
      knock.leave();
      refuse(response, 503);
      return;
    }
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // Proxies that collect answers would hold every line back.
      'x-accel-buffering': 'no',
    });
    const slot = (nextSlot = (nextSlot + 1) % ROUND_SECONDS);
    const open: Open = {
      person,
      session: session.id,
      owners,
      cookie,
      response,
      knock,
      slot,
      rounds: 0,
      tell: (topic) => {
        if (!response.writableEnded) response.write(`data: ${topic}\n\n`);
      },
    };
    readers.add(open);
    slots[slot]?.add(open);
    response.on('close', () => {
      readers.remove(open);
      slots[slot]?.delete(open);
      knock.leave();
    });
    response.write(':\n\n');
  };

  return {
    onRequest: async (context) => {
      const { request, response, address } = context;
      if (request.method !== 'GET' || request.url?.split('?')[0] !== '/live/news') return false;
      const session = await context.session();
      if (!session) return refuse(response, 401);
      const isTooMany = [...readers.of(`person:${session.user.id}`)].length >= PER_PERSON;
      if (isLeaving || isTooMany || !hasRoom(SHARE) || admission.mayKnock(address) !== null) {
        return refuse(response, 503);
      }
      const knock = admission.knock(address);
      const who = { user: session.user.id, team: null };
      if ((await knock.enter(who, () => Promise.resolve(false))) !== null) {
        knock.leave();
        return refuse(response, 503);
      }
      try {
        await begin(context, session, knock);
      } catch (error) {
        knock.leave();
        throw error;
      }
      return true;
    },
    hear: (poke) => {
      if (poke.startsWith('news:')) spread(poke.slice('news:'.length));
      if (!poke.startsWith('revoked:')) return;
      const what = poke.slice('revoked:'.length);
      recheckWhere((open) => what === `session:${open.session}` || what === `user:${open.person}`);
    },
    connections: readers.count,
    sendAway: () => {
      isLeaving = true;
      for (const slot of slots) for (const { response } of slot) response.end();
    },
    stop: async () => {
      clearInterval(rounds);
      await channel.close();
    },
  };
}

/** @returns true: the request is answered */
function refuse(response: ServerResponse, status: 401 | 503): true {
  if (status === 503) response.setHeader('retry-after', COME_BACK_SECONDS);
  response.writeHead(status, { 'content-length': 0 }).end();
  return true;
}
