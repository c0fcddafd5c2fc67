import type { Server } from 'node:http';
import type { Capacity } from './capacity.ts';

/**
 * Keeps the server within its files: what is beyond is turned away before it is read, and when
 * pages need many connections, none is kept for a next request.
 * @param live how many connections are sockets or streams
 */
export function keepShares(
  server: Server,
  { withKnocking, http }: Capacity,
  live: () => number,
): void {
  let all = 0;
  server.maxConnections = withKnocking + http;
  server.on('connection', (socket) => {
    all++;
    socket.once('close', () => all--);
  });
  server.prependListener('request', (_, response) => {
    if (all - live() > http / 2) response.shouldKeepAlive = false;
  });
}
