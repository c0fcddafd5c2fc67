import { PROTOCOL, type FromServer } from '@rondo/live/messages';
import type { ClientId } from '@rondo/meeting';
import { WebSocket } from 'ws';
import { machineChance } from '../../../apps/server/src/live/machine.ts';
import { backoff } from '../../../packages/live/src/client/backoff.ts';
import type { Seat } from './hall.ts';

/**
 * A connection that behaves as those of the app do and understands little of what it is told, so that
 * one process can have thousands.
 */
export interface Light {
  readonly isIn: () => boolean;
  /** How long each loss of the connection lasted, ms. */
  readonly awayMs: readonly number[];
  /** How often it was told to come back later. */
  readonly asked: () => number;
  /** The line is cut: nothing is said to the other side. */
  readonly cut: () => void;
  readonly close: () => void;
}

export function light(seat: Seat, url: string): Light {
  const client: ClientId = machineChance.id<'client'>();
  const awayMs: number[] = [];
  let web: WebSocket | undefined;
  let isIn = false;
  let isOver = false;
  let seq: number | undefined;
  let failures = 0;
  let asked = 0;
  let afterMs = 0;
  let goneAt: number | undefined;
  let timer: NodeJS.Timeout | undefined;

  const heard = (message: FromServer): void => {
    if (message.t === 'bye') {
      afterMs = message.afterMs;
      if (message.why === 'overloaded') asked++;
      return;
    }
    if (message.t === 'view' || message.t === 'p') seq = message.s;
    if (message.t !== 'welcome') return;
    isIn = true;
    failures = 0;
    if (goneAt !== undefined) awayMs.push(performance.now() - goneAt);
    goneAt = undefined;
  };

  const lost = (): void => {
    if (isIn) goneAt = performance.now();
    isIn = false;
  };

  const connect = (): void => {
    afterMs = 0;
    const mine = new WebSocket(`${url.replace('http', 'ws')}/live`, {
      headers: { cookie: seat.cookie },
      origin: url,
    });
    web = mine;
    mine.on('open', () =>
      mine.send(
        JSON.stringify({
          t: 'join',
          v: PROTOCOL,
          meeting: seat.meeting,
          client,
          ...(seq === undefined ? {} : { since: seq }),
        }),
      ),
    );
    // Only servers of ours are called.
    mine.on('message', (data: Buffer) => heard(JSON.parse(data.toString()) as FromServer));
    mine.on('error', () => undefined);
    mine.on('close', () => {
      lost();
      if (isOver) return;
      timer = setTimeout(connect, afterMs + backoff(failures++, Math.random));
    });
  };
  connect();
  return {
    isIn: () => isIn,
    awayMs,
    asked: () => asked,
    cut: () => {
      lost();
      web?.terminate();
    },
    close: () => {
      isOver = true;
      clearTimeout(timer);
      web?.terminate();
    },
  };
}
