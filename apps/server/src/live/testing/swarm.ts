import {
  createLiveClient,
  type CommandStore,
  type ConnectionEvents,
  type LiveClient,
  type Transport,
} from '@rondo/live/client';
import type { FromServer } from '@rondo/live/messages';
import { SMALL, smallKinds } from '@rondo/live/testing';
import type { MeetingId } from '@rondo/meeting';
import { WebSocket } from 'ws';
import { newId } from '../machine.ts';

/** One person at work, and what went wrong with what they were sent. */
export interface Worker {
  readonly who: string;
  readonly meeting: MeetingId;
  readonly client: LiveClient;
  /** What each key was answered. */
  readonly answers: Map<string, string>;
  /** Frames that came out of order, were doubled or missing. */
  readonly disorder: string[];
}

/** Writes one note, held back or for all; its key is used once. */
export function write(worker: Worker, key: string, isSecret: boolean): void {
  const command = smallKinds['small']?.commands[isSecret ? 'hold' : 'say'];
  if (!command) throw new Error('the small kind has changed');
  void worker.client
    .send(SMALL, command, { key, text: `${worker.who} wrote ${key}` })
    .then((answer) => worker.answers.set(key, answer));
}

/** The real client over real sockets; `ports` are the servers that may be up, one of them is tried each time. */
export function worker(who: string, meeting: MeetingId, ports: () => readonly number[]): Worker {
  const disorder: string[] = [];
  const client = createLiveClient({
    meeting,
    registry: smallKinds,
    transport: watched(who, ports, disorder),
    store: forgetful,
    clock: {
      now: () => performance.now(),
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    chance: { random: Math.random, id: () => newId<'client'>() },
    report: (defect) => disorder.push(String(defect)),
  });
  return { who, meeting, client, answers: new Map(), disorder };
}

/** Tabs of this test are never closed before their work is done. */
const forgetful: CommandStore = {
  adopt: async () => [],
  keep: async () => undefined,
  forget: async () => undefined,
  close: () => undefined,
};

function watched(who: string, ports: () => readonly number[], disorder: string[]): Transport {
  return {
    connect: (on: ConnectionEvents) => {
      const open = ports();
      const port = open[Math.floor(Math.random() * open.length)] ?? 1;
      const web = new WebSocket(`ws://127.0.0.1:${port}/live`, {
        headers: { cookie: `who=${who}` },
      });
      let seq: number | null = null;
      web.on('open', on.open);
      web.on('error', () => undefined);
      web.on('close', (code) => on.close(code));
      web.on('message', (data: Buffer) => {
        const text = data.toString();
        // Only servers of ours are called.
        const message = JSON.parse(text) as FromServer;
        if (message.t === 'view') seq = message.s;
        if (message.t === 'p') {
          const isAnswerOnly = seq !== null && message.s <= seq && !message.b && !message.h;
          if (seq !== null && message.s !== seq + 1 && !isAnswerOnly)
            disorder.push(`${seq} then ${message.s}`);
          seq = Math.max(seq ?? 0, message.s);
        }
        on.message(text);
      });
      return {
        send: (text) => {
          if (web.readyState === web.OPEN) web.send(text);
        },
        close: () => web.terminate(),
      };
    },
  };
}
