import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { freePort } from '../bench/free-port.ts';
import { serverProcess } from '../deploy/testing/server-process.ts';
import { inForm } from './length.ts';
import { meetingOn } from './rig/people/meeting.ts';
import { smallDisk } from './rig/small-disk.ts';
import { tell } from './rig/tell.ts';

const SIZE = inForm({ short: 8, long: 50 });
/** Full for so long, ms. */
const FULL = inForm({ short: [2_500], long: [2_500, 20_000, 60_000] });
/** A cluster with its write-ahead log takes some 60 MB, before anybody has written anything. */
const ROOM = inForm({ short: 128, long: 256 });

const disk = smallDisk(ROOM);
const leftOut = 'missing' in disk ? ` (left out: ${disk.missing})` : '';

test.skipIf('missing' in disk)(
  `a disk that is full: nothing that was acknowledged is lost, and it goes on by itself when there is room${leftOut}`,
  async () => {
    if ('missing' in disk) throw new Error(disk.missing);
    const data = `${disk.folder}/rondo`;
    // With the PostgreSQL of its own.
    const server = await serverProcess(await freePort(), {
      RONDO_DATA: data,
      RONDO_DOCTOR: 'warn',
      RONDO_BACKUP_EVERY_HOURS: '0',
    });
    onTestFinished(async () => {
      await server.kill('SIGTERM');
      disk.remove();
    });
    const database = (user: string): string =>
      `postgres://${user}@localhost/rondo?host=${encodeURIComponent(`${data}/postgres`)}`;
    const there = await meetingOn(server, { size: SIZE, database: database('rondo') });
    onTestFinished(there.leave);
    for (const full of FULL) {
      await Promise.all(there.people.map((each) => each.write()));
      disk.fill();
      const since = performance.now();
      // The write-ahead log has room for some time: until it wants another file, all is well.
      await fillLog(database('postgres'));
      const lackedAt = performance.now();
      const writing = there.people.map((each) => each.write());
      await vi.waitFor(
        () => expect(there.people.map(({ client }) => client.getState().late)).not.toContain(false),
        { timeout: 20_000, interval: 20 },
      );
      const toldAfter = performance.now() - lackedAt;
      const [alive, ready] = await Promise.all([there.ada.get('/health'), there.ada.get('/ready')]);
      await pause(full);
      const waiting = there.people.reduce(
        (sum, { client }) => sum + client.getState().waiting.length,
        0,
      );
      disk.free();
      const freedAt = performance.now();
      await there.settled(60_000);
      await Promise.all(writing);
      tell(
        `full for ${Math.round(freedAt - since)} ms, told after ${Math.round(toldAfter)} ms, ready said ${ready.text}, ${waiting} waited, saved ${Math.round(performance.now() - freedAt)} ms after there was room`,
      );
      expect(toldAfter).toBeLessThan(3_000);
      expect(alive.status).toBe(200);
      await vi.waitFor(async () => expect((await there.ada.get('/ready')).status).toBe(200));
    }
    expect(await there.wrong()).toEqual([]);
    expect(server.said()).not.toContain('"msg":"defect"');
  },
);

/** Writes nothing that anybody would miss into the write-ahead log, until there is no room for it. */
async function fillLog(url: string): Promise<void> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  const isFull = (): Promise<boolean> =>
    client.query(`select pg_logical_emit_message(false, 'ballast', repeat('x', 1000000))`).then(
      () => false,
      () => true,
    );
  while (!(await isFull()));
  await client.end().catch(() => undefined);
}
