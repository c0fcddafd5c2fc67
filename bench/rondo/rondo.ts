// Rondo as a system to measure.
import { PROTOCOL } from '@rondo/live/messages';
import type { Database } from '../database.ts';
import { createPlayer, type Player } from '../mix.ts';
import { actors, crowdOf, type Running, type Size, type System } from '../system.ts';
import { playedMeeting } from './document.ts';
import { startRondoProcess, type RondoProcess } from './process.ts';
import { guestCookie, seedMeetings, type Seeded } from './seed.ts';

/** The first node makes the database anew; a second one comes beside it, with meetings of its own. */
export function rondoSystem(database: Database, node: 'first' | 'second' = 'first'): System {
  return {
    name: 'rondo',
    start: async (size) => {
      const server = await startRondoProcess(database, node);
      const doc = playedMeeting(size.people, size.cards);
      const seeded = await seedMeetings(server.databaseUrl, node, size, doc);
      return playing(server, seeded, size, 0);
    },
  };
}

/** Two nodes that share every meeting: one half of its people is at the first, the other at the second. */
export function rondoPair(database: Database, size: Size): readonly [System, System] {
  const half = { ...size, people: size.people / 2 };
  let seeding: Promise<Seeded> | undefined;
  const start = async (node: 'first' | 'second'): Promise<Running> => {
    const server = await startRondoProcess(database, node);
    const doc = playedMeeting(size.people, size.cards);
    // The first node has made the database anew.
    if (node === 'first') seeding = seedMeetings(server.databaseUrl, 'shared', size, doc);
    if (!seeding) throw new Error('the first node has to be started first');
    return playing(server, await seeding, half, node === 'first' ? 0 : half.people);
  };
  return [
    { name: 'rondo', start: () => start('first') },
    { name: 'rondo', start: () => start('second') },
  ];
}

/** @param firstSeat who sits there and behind it, as many as `size` says, is at this server */
function playing(
  server: RondoProcess,
  { meetings, keys }: Seeded,
  size: Size,
  firstSeat: number,
): Running {
  const next = actors(size, 1 + firstSeat);
  const players: Player[] = Array.from({ length: size.meetings * size.people }, (_, index) =>
    createPlayer(index + firstSeat * size.meetings, size.cards),
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
        headers: { Cookie: guestCookie(meetings[meeting], keys[meeting]?.[firstSeat + seat]) },
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
