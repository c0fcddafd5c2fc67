import type { IncomingMessage, ServerResponse } from 'node:http';
import { LARGEST_FRAME } from '@rondo/live/messages';
import type { Door, Guest, Way } from './door.ts';

/** Ids are made by clients, 128 random bits; whoever knows one may send. */
const ID = /^[A-Za-z0-9_-]{20,60}$/;
/** Several messages may travel in one post. */
const LARGEST_POST = 4 * LARGEST_FRAME;

/** Answers requests to `/live/…`; false: it is none of these. */
export type LiveRequest = (
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
) => Promise<boolean>;

/**
 * For networks that let no socket through: `GET /live/stream?id=…` sends messages as server-sent
 * events, `POST /live/send?id=…` takes them, one a line. Both have to reach the same node.
 */
export function streams(door: Door): LiveRequest {
  const open = new Map<string, Guest>();

  const startStream = (
    request: IncomingMessage,
    response: ServerResponse,
    id: string,
    address: string,
  ): void => {
    if (open.has(id)) return answer(response, 409);
    const afterMs = door.comeBackAfter(address);
    if (afterMs !== null) {
      response.setHeader('retry-after', Math.ceil(afterMs / 1_000));
      return answer(response, 503);
    }
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // Proxies that collect answers would hold every message back.
      'x-accel-buffering': 'no',
    });
    response.flushHeaders();
    const { cookie } = request.headers;
    const guest = door.open({ headers: { cookie } }, address, wayThrough(response));
    open.set(id, guest);
    response.on('close', () => {
      open.delete(id);
      guest.closed();
    });
  };

  const takePost = async (request: IncomingMessage, response: ServerResponse, id: string) => {
    const guest = open.get(id);
    if (!guest) return answer(response, 404);
    const body = await read(request);
    if (body === null) {
      guest.end('tooBig', 0);
      return answer(response, 413);
    }
    for (const line of body.split('\n')) {
      if (Buffer.byteLength(line) > LARGEST_FRAME) guest.end('tooBig', 0);
      else if (line !== '') guest.receive(line);
    }
    answer(response, 204);
  };

  return async (request, response, address) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const asked = `${request.method} ${pathname}`;
    const id = searchParams.get('id') ?? '';
    if (asked !== 'GET /live/stream' && asked !== 'POST /live/send') return false;
    if (!ID.test(id)) answer(response, 400);
    else if (asked === 'GET /live/stream') startStream(request, response, id, address);
    else await takePost(request, response, id);
    return true;
  };
}

function wayThrough(response: ServerResponse): Way {
  return {
    send: (text) => {
      if (!response.writableEnded) response.write(`data: ${text}\n\n`);
    },
    buffered: () => response.writableLength,
    close: () => response.end(),
    // A comment; a connection that is gone fails to take it, and closes.
    heartbeat: () => {
      if (!response.writableEnded) response.write(': still here\n\n');
    },
  };
}

/** Null: larger than allowed. */
async function read(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_POST) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function answer(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-length': 0 }).end();
}
