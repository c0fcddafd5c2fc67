import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { findRedis, redisProcess } from '../apps/server/src/live/testing/redis-process.ts';
import { freshDatabase } from '../apps/server/src/testing/postgres.ts';
import { freePort } from '../bench/free-port.ts';
import { inForm } from './length.ts';
import { lateness } from './rig/people/lateness.ts';
import { meetingOn } from './rig/people/meeting.ts';
import { writeCards } from './rig/people/write-cards.ts';
import { tell } from './rig/tell.ts';
import { twoNodes } from './rig/two-nodes.ts';

const SIZE = inForm({ short: 10, long: 60 });
const ROUNDS = inForm({ short: 1, long: 8 });
/** Heads are compared within 2 s, whatever hints say; on a busy machine that takes a moment. */
const LATEST = 2_600;

const found = findRedis();
const title = 'missing' in found ? ` (left out: ${found.missing})` : '';

test.skipIf('missing' in found)(
  `a bus that is cut, hangs or is killed: everything is heard, 2 s late at most${title}`,
  async () => {
    if ('missing' in found) throw new Error(found.missing);
    const port = await freePort();
    let bus = await redisProcess(found.path, port);
    onTestFinished(() => bus.kill());
    const database = await freshDatabase();
    const { nodes, urls } = await twoNodes(onTestFinished, {
      DATABASE_URL: database,
      RONDO_BUS: `redis://127.0.0.1:${port}`,
    });
    const there = await meetingOn(nodes[0], { size: SIZE, database, urls });
    onTestFinished(there.leave);

    const stop = writeCards(there.people, 1);
    for (let round = 0; round < ROUNDS; round++) {
      await pause(500);
      await cutSubscribers(port);
      await pause(1_000);
      bus.signal('SIGSTOP');
      await pause(1_500);
      bus.signal('SIGCONT');
      await pause(500);
      await bus.kill();
      await pause(inForm({ short: 1_500, long: 8_000 }));
      bus = await redisProcess(found.path, port);
      await pause(inForm({ short: 500, long: 6_000 }));
    }
    const answers = await stop();
    await there.settled();
    const wrong = await there.wrong();
    const { worstMs, missed } = lateness(there.people);
    const slowest = Math.max(...answers);
    tell(
      `${answers.length} cards, heard ${Math.round(worstMs)} ms late at worst, answered within ${Math.round(slowest)} ms`,
    );
    expect([...wrong, ...missed]).toEqual([]);
    expect(worstMs).toBeLessThan(LATEST);
    expect(answers.length).toBeGreaterThan(inForm({ short: 20, long: 1_000 }));
    // Nobody's connection rests on the bus.
    expect(there.people.flatMap(({ said }) => said.map(({ is }) => is))).not.toContain('offline');
  },
);

/** As a bus does it with readers that are too slow for it. */
async function cutSubscribers(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.write('CLIENT KILL TYPE pubsub\r\n');
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  // Both nodes listen.
  expect(answer.toString()).toMatch(/^:[1-9]/);
}
