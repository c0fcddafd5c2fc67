// Rondo as a system to measure: the server in a process of its own, its database beside the baselines'.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROTOCOL } from '@rondo/live/messages';
import type { Database } from '../database.ts';
import { freePort } from '../free-port.ts';
import { createPlayer, type Player } from '../mix.ts';
import { startServer } from '../server-process.ts';
import { actors, crowdOf, type Running, type Size, type System } from '../system.ts';
import { seedMeetings } from './seed.ts';

/** The first node makes the database anew; a second one comes beside it, with meetings of its own. */
export function rondoSystem(database: Database, node: 'first' | 'second' = 'first'): System {
  return { name: 'rondo', start: (size) => startRondo(database, size, node) };
}

async function startRondo(
  database: Database,
  size: Size,
  node: 'first' | 'second',
): Promise<Running> {
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'rondo-bench-data-'));
  if (node === 'first') await database.create('rondo');
  const start = () =>
    startServer([process.execPath, join(import.meta.dirname, 'server.ts')], {
      core: node === 'first' ? 'server' : 'second',
      ready: /Rondo is ready/,
      env: {
        PORT: String(port),
        HOST: '127.0.0.1',
        RONDO_DATA: data,
        RONDO_LOG_LEVEL: 'error',
        DATABASE_URL: database.url('rondo'),
      },
    });
  let server = await start();
  const { meetings, keys } = await seedMeetings(database.url('rondo'), node, size);
  let joined = 0;
  let numbers: number[] = [];
  const comeIn = () => {
    joined++;
    numbers = [];
    return crowd();
  };
  const crowd = () =>
    crowdOf(size.meetings, size.people, (meeting, seat) => ({
      path: '/live',
      headers: { Cookie: guestCookie(meetings[meeting], keys[meeting]?.[seat]) },
      hello: JSON.stringify({
        t: 'join',
        v: PROTOCOL,
        meeting: meetings[meeting],
        client: `tab${joined}`,
      }),
    }));
  const next = actors(size, 1);
  const players: Player[] = Array.from({ length: size.meetings * size.people }, (_, index) =>
    createPlayer(index, size.cards),
  );
  return {
    port,
    get pid() {
      return server.pid;
    },
    join: comeIn,
    marks: { by: 'sequence', ready: '"t":"view"', refused: '"t":"bye"' },
    script(_first, count) {
      return Array.from({ length: count }, () => {
        const actor = next();
        const n = (numbers[actor.client] ?? 0) + 1;
        numbers[actor.client] = n;
        const text = JSON.stringify({ t: 'do', n, ...players[actor.client]?.next() });
        return { client: actor.client, command: n, text };
      });
    },
    async killAndRestart() {
      await server.kill('SIGKILL');
      server = await start();
    },
    async stop() {
      await server.kill('SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

const guestCookie = (meeting = '', key = '') => `rondo-guest-${meeting}=${key}`;
