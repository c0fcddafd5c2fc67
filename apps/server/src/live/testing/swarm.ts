import type { LiveClient } from '@rondo/live/client';
import { SMALL, smallKinds } from '@rondo/live/testing';
import type { MeetingId } from '@rondo/meeting';
import { frameOrder } from './frame-order.ts';
import { openTab } from './tab.ts';

/** One person at work with notes of the small kind, and what went wrong with what they were sent. */
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

/** @param ports the servers that may be up; one of them is tried each time */
export function worker(who: string, meeting: MeetingId, ports: () => readonly number[]): Worker {
  const disorder: string[] = [];
  const { client } = openTab(
    {
      meeting,
      cookie: `who=${who}`,
      registry: smallKinds,
      urlNow: () => {
        const open = ports();
        return `http://127.0.0.1:${open[Math.floor(Math.random() * open.length)] ?? 1}`;
      },
    },
    {
      onlooker: () => ({ heard: frameOrder((what) => disorder.push(what)) }),
      defect: (defect) => disorder.push(String(defect)),
    },
  );
  return { who, meeting, client, answers: new Map(), disorder };
}
