// Rondo as a system to measure.
import { PROTOCOL } from '@rondo/live/messages';
import type { Database } from '../database.ts';
import { createPlayer, type Player } from '../mix.ts';
import { actors, crowdOf, type Running, type Size, type System } from '../system.ts';
import { playedMeeting } from './document.ts';
import { startRondoProcess } from './process.ts';
import { guestCookie, seedMeetings } from './seed.ts';

/** The first node makes the database anew; a second one comes beside it, with meetings of its own. */
export function rondoSystem(database: Database, node: 'first' | 'second' = 'first'): System {
  return { name: 'rondo', start: (size) => startRondo(database, size, node) };
}

async function startRondo(
  database: Database,
  size: Size,
  node: 'first' | 'second',
): Promise<Running> {
  const server = await startRondoProcess(database, node);
  const doc = playedMeeting(size.people, size.cards);
  const { meetings, keys } = await seedMeetings(server.databaseUrl, node, size, doc);
  const next = actors(size, 1);
  const players: Player[] = Array.from({ length: size.meetings * size.people }, (_, index) =>
    createPlayer(index, size.cards),
  );
  let joined = 0;
  let numbers: number[] = [];
  return {
    port: server.port,
    get pid() {
      return server.pid;
    },
    marks: { by: 'sequence', ready: '"t":"view"', refused: '"t":"bye"' },
    join() {
      joined++;
      numbers = [];
      return crowdOf(size.meetings, size.people, (meeting, seat) => ({
        path: '/live',
        headers: { Cookie: guestCookie(meetings[meeting], keys[meeting]?.[seat]) },
        hello: JSON.stringify({
          t: 'join',
          v: PROTOCOL,
          meeting: meetings[meeting],
          client: `tab${joined}`,
        }),
      }));
    },
    script(_first, count) {
      return Array.from({ length: count }, () => {
        const { client } = next();
        const n = (numbers[client] ?? 0) + 1;
        numbers[client] = n;
        return {
          client,
          command: n,
          text: JSON.stringify({ t: 'do', n, ...players[client]?.next() }),
        };
      });
    },
    killAndRestart: () => server.killAndRestart(),
    stop: () => server.stop(),
  };
}
