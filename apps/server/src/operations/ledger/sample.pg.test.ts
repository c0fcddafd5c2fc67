import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { testServer } from '../../testing/server.ts';
import { takeSample } from './sample.ts';

const server = await testServer();

it('a sample has the sockets, handshakes, files and database connections of this server', async () => {
  const { live, pool } = server.app;
  const sample = () =>
    takeSample({
      live: () => ({ connections: live.figures().connections, accepted: 3 }),
      newsStreams: () => 2,
      pools: new Map([['server', pool]]),
      unpooled: 5,
    });
  const before = await sample();
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/live`);
  await once(socket, 'open');
  await expect.poll(async () => (await sample()).sockets).toBe(before.sockets + 1);
  expect(before.sockets).toBe(live.figures().connections - 1 + 2);
  const after = await sample();
  expect(after).toMatchObject({ handshakes: 3, databaseConnections: pool.totalCount + 5 });
  // Both ends of the socket are in this process.
  expect(after.fileDescriptors).toBeGreaterThanOrEqual(before.fileDescriptors + 2);
  expect(after.fileDescriptors).toBeLessThanOrEqual(readdirSync('/proc/self/fd').length + 20);
  socket.terminate();
});
