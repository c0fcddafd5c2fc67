import {
  createLiveClient,
  type LiveClient,
  type LiveClientPorts,
  type NumberedCommand,
} from '@rondo/live/client';
import type { FromClient, FromServer } from '@rondo/live/messages';
import type { ClientId, MeetingId, ParticipantId } from '@rondo/meeting';
import { phases } from '@rondo/phases/domain';
import { WebSocket, type ClientOptions } from 'ws';
import { newId } from '../machine.ts';

/** How somebody gets to their meeting. */
export interface Place {
  readonly meeting: MeetingId;
  /** What shows a server who this is. */
  readonly cookie: string;
  /** Where a server is to be found at this moment, such as `https://localhost:23456`. */
  readonly urlNow: () => string;
  /** What is special about their connections. */
  readonly options?: ClientOptions;
  /** The kinds of phases that they know; those of Rondo unless said. */
  readonly registry?: LiveClientPorts['registry'];
}

/** Looks on at one connection. */
export interface Onlooker {
  readonly opened?: () => void;
  /** It was never there. */
  readonly refused?: (why: string) => void;
  /** It ended otherwise than by the client's own letting go; says its close code. */
  readonly cut?: (code: number) => void;
  readonly heard?: (message: FromServer, text: string) => void;
  readonly said?: (message: FromClient) => void;
}

interface Watch {
  /** Asked for each connection that is tried. */
  readonly onlooker?: () => Onlooker;
  /** Something was done here, and has its number. */
  readonly did?: (who: ParticipantId, as: ClientId, command: NumberedCommand) => void;
  /** Whatever the client says should not happen; thrown unless said. */
  readonly defect?: (defect: unknown) => void;
}

/** A tab of somebody's browser, as far as the network can tell. */
export interface Tab {
  readonly client: LiveClient;
  /** How many connections it has had. */
  readonly connections: () => number;
  /** The one in use. */
  readonly socket: () => WebSocket | null;
}

/** The app's own live client over real sockets. Whoever plays people in a test has this, and adds what they record. */
export function openTab(place: Place, { onlooker, did, defect }: Watch = {}): Tab {
  const { meeting, cookie, urlNow, options, registry = phases } = place;
  let connections = 0;
  let socket: WebSocket | null = null;
  const client = createLiveClient({
    meeting,
    registry,
    // Tabs of a test are never closed before their work is done.
    store: {
      adopt: async () => [],
      keep: async (who, as, command) => did?.(who, as, command),
      forget: async () => undefined,
      close: () => undefined,
    },
    clock: {
      now: () => performance.now(),
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    chance: { random: Math.random, id: () => newId<'client'>() },
    report: (wrong) => {
      if (!defect) throw wrong;
      defect(wrong);
    },
    transport: {
      connect: (on) => {
        const url = urlNow();
        const looksOn = onlooker?.() ?? {};
        const web = new WebSocket(`${url.replace(/^http/, 'ws')}/live`, {
          ...options,
          headers: { cookie },
          origin: url,
        });
        let [wasOpen, isOurs] = [false, false];
        web.on('open', () => {
          wasOpen = true;
          connections++;
          socket = web;
          looksOn.opened?.();
          on.open();
        });
        // `close` follows.
        web.on('error', (error) => {
          if (!wasOpen && !isOurs) looksOn.refused?.(error.message);
        });
        web.on('close', (code) => {
          if (socket === web) socket = null;
          if (wasOpen && !isOurs) looksOn.cut?.(code);
          on.close(code);
        });
        web.on('message', (data: Buffer) => {
          const text = data.toString();
          // Only servers of ours are called.
          if (looksOn.heard) looksOn.heard(JSON.parse(text) as FromServer, text);
          on.message(text);
        });
        return {
          send: (text) => {
            if (web.readyState !== web.OPEN) return;
            // Written by the client a moment ago.
            if (looksOn.said) looksOn.said(JSON.parse(text) as FromClient);
            web.send(text);
          },
          close: () => {
            isOurs = true;
            if (socket === web) socket = null;
            web.terminate();
          },
        };
      },
    },
  });
  return { client, connections: () => connections, socket: () => socket };
}
