import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { CLOSE } from '@rondo/live/messages';
import type { Logger } from 'pino';
import { WebSocketServer, type WebSocket } from 'ws';
import { LONGEST_MS, MOST_SOCKETS, permitOf, TOKEN_HEADER } from './token.ts';

/** What the server says first: how the request looked when it arrived here, for who sent it. */
export interface Greeting {
  /** Whom the server takes the sender for. */
  readonly address: string;
  /** The other end of the connection: a proxy, or the sender. */
  readonly nearest: string;
  readonly nearestPort: number;
  /** `X-Forwarded-For` as it arrived. */
  readonly forwarded: string | null;
}

export interface EchoFigures {
  readonly open: number;
  /** Since the start. */
  readonly accepted: number;
  readonly refused: number;
}

/** Sockets that only echo: as many as a Friday brings, without any meeting, anybody, or the database. */
export interface Echo {
  /** False: it has no token of ours and was not touched. */
  readonly takes: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
  readonly figures: () => EchoFigures;
  /** Closes all of them, and takes no more. */
  readonly stop: () => void;
}

const LONGEST_MESSAGE = 256;
/** Echoes of one socket in all: enough for a whole rehearsal, too few to be of use for anything else. */
const MOST_ECHOES = 2_000;

/** Whether somebody asks for sockets of a rehearsal, rightly or not. */
export const asksToRehearse = ({ headers }: IncomingMessage): boolean =>
  headers[TOKEN_HEADER] !== undefined;

interface Needs {
  readonly secret: string;
  readonly addressOf: (request: IncomingMessage) => string;
  /** Whether the server would let somebody in beside so many. */
  readonly hasRoomBeside: (others: number) => boolean;
  readonly log: Logger;
}

/**
 * Answers who rehearses. They come to the very address that meetings have, because proxies may send
 * other addresses another way: a test of those would say nothing.
 */
export function echo({ secret, addressOf, hasRoomBeside, log }: Needs): Echo {
  const open = new Set<WebSocket>();
  let accepted = 0;
  let refused = 0;
  let isOver = false;
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: LONGEST_MESSAGE,
  });
  server.on('wsClientError', (error, socket) => {
    log.debug({ err: error }, 'malformed handshake of a rehearsal');
    socket.destroy();
  });

  const welcome = (web: WebSocket, until: number, greeting: Greeting): void => {
    accepted++;
    open.add(web);
    let left = MOST_ECHOES;
    const end = (): void => web.close(CLOSE.restart, 'the rehearsal is over');
    const timer = setTimeout(end, Math.min(until - Date.now(), LONGEST_MS));
    web.on('error', (error) => log.debug({ err: error }, 'socket of a rehearsal'));
    web.on('message', (data) => {
      if (left-- > 0) web.send(data, { binary: false });
      else web.terminate();
    });
    web.on('close', () => {
      clearTimeout(timer);
      open.delete(web);
    });
    web.send(JSON.stringify(greeting));
  };

  return {
    takes: (request, socket, head) => {
      const given = request.headers[TOKEN_HEADER];
      const permit = typeof given === 'string' ? permitOf(secret, given) : null;
      if (!permit) return false;
      if (isOver || open.size >= Math.min(permit.people, MOST_SOCKETS)) {
        refused++;
        socket.end(
          'HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\ncontent-length: 0\r\n\r\n',
        );
        return true;
      }
      if (!hasRoomBeside(open.size)) {
        refused++;
        // What people would be told: a house that is full for them is not to look as if it had room.
        server.handleUpgrade(request, socket, head, (web) => {
          web.on('error', (error) => log.debug({ err: error }, 'socket of a rehearsal'));
          web.close(CLOSE.overloaded);
        });
        return true;
      }
      const forwarded = request.headers['x-forwarded-for'];
      const greeting: Greeting = {
        address: addressOf(request),
        nearest: request.socket.remoteAddress ?? '',
        nearestPort: request.socket.remotePort ?? 0,
        forwarded: Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? null),
      };
      server.handleUpgrade(request, socket, head, (web) => welcome(web, permit.until, greeting));
      return true;
    },
    figures: () => ({ open: open.size, accepted, refused }),
    stop: () => {
      isOver = true;
      for (const web of open) {
        web.close(CLOSE.restart);
        // Who does not answer must not hold up the end.
        setTimeout(() => web.terminate(), 1_000).unref();
      }
    },
  };
}
