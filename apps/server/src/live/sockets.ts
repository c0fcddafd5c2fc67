import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { CLOSE, LARGEST_FRAME } from '@rondo/live/messages';
import type { Logger } from 'pino';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Door, Way } from './door.ts';
import { framed, framedAround } from './frame.ts';
import { inTurns } from './in-turns.ts';
import { packedFrame } from './packed.ts';

/** A client that does not answer a close is cut after so long, ms. */
const PATIENCE = 3_000;

/** Takes over a request to open a socket. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** A view below this is not worth compressing, characters. */
const WORTH_PACKING = 4_096;

/**
 * WebSockets, the usual way. Only the whole view is compressed: doing it to every message costs more
 * than twice the CPU, and with a context kept 250 kB a connection. The origin has been checked before.
 * @param addressOf the person's network address, seen through trusted proxies
 */
export function sockets(
  door: Door,
  addressOf: (request: IncomingMessage) => string,
  log: Logger,
): Upgrade {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    // Agreed upon without keeping anything between messages; what is sent packed is packed by us.
    perMessageDeflate: { serverNoContextTakeover: true, clientNoContextTakeover: true },
    maxPayload: LARGEST_FRAME,
  });
  // Malformed handshakes: answered by `ws`, and no reason to end.
  server.on('wsClientError', (error, socket) => {
    log.debug({ err: error }, 'malformed handshake');
    socket.destroy();
  });

  const take: Upgrade = (request, socket, head) => {
    const address = addressOf(request);
    const afterMs = door.comeBackAfter(address);
    if (afterMs !== null) {
      const seconds = Math.ceil(afterMs / 1_000);
      socket.end(
        `HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\nretry-after: ${seconds}\r\ncontent-length: 0\r\n\r\n`,
      );
      // Nobody is owed more than the answer: half open it would go on counting.
      socket.once('finish', () => socket.destroy());
      return;
    }
    const { cookie } = request.headers;
    server.handleUpgrade(request, socket, head, (web) => {
      let isHeard = true;
      const way = wayThrough(
        web,
        socket,
        () => isHeard,
        () => (isHeard = false),
      );
      // Without a listener the error of one socket ends the process; `close` follows it.
      web.on('error', (error) => log.debug({ err: error }, 'socket'));
      const guest = door.open({ headers: { cookie } }, address, way);
      web.on('message', (data, isBinary) => {
        isHeard = true;
        if (isBinary) guest.end('malformed', 0);
        // Unfragmented or not, `ws` hands over one buffer per message.
        else guest.receive((data as Buffer).toString());
      });
      web.on('pong', () => {
        isHeard = true;
      });
      web.on('close', guest.closed);
    });
  };
  const soon = inTurns();
  return (request, socket, head) => soon(() => take(request, socket, head));
}

function wayThrough(
  web: WebSocket,
  socket: Duplex,
  isHeard: () => boolean,
  listenAnew: () => void,
): Way {
  let hasPinged = false;
  let isFull = false;
  const takesPacked = web.extensions.includes('permessage-deflate');
  // Straight to the socket: `ws` itself writes whole frames at once, so nothing gets in between.
  const write = (frame: Uint8Array): void => {
    if (web.readyState === web.OPEN) isFull = !socket.write(frame);
  };
  /** What is written meanwhile goes to the system in one call. */
  const together = (send: () => void): void => {
    socket.cork();
    try {
      send();
    } finally {
      socket.uncork();
    }
  };
  return {
    send: (text) => write(framed(text)),
    sendAround: (before, middle, after) => {
      const isPacked = takesPacked && middle.text.length >= WORTH_PACKING;
      const pieces = (isPacked ? packedFrame : framedAround)(before, middle, after);
      together(() => pieces.forEach(write));
    },
    together,
    // Asked before every frame, and nearly always nothing: below the socket's own mark it is not counted.
    buffered: () => (isFull ? socket.writableLength : 0),
    close: (why) => {
      web.close(CLOSE[why], why);
      setTimeout(() => web.terminate(), PATIENCE).unref();
    },
    heartbeat: () => {
      if (isHeard()) hasPinged = false;
      else if (hasPinged) web.terminate();
      else {
        hasPinged = true;
        web.ping();
      }
      listenAnew();
    },
  };
}
