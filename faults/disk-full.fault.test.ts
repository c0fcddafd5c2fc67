import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test, vi } from 'vitest';
import { freePort } from '../bench/free-port.ts';
import { serverProcess } from '../deploy/testing/server-process.ts';
import { inForm } from './length.ts';
import { meetingOn } from './rig/meeting.ts';
import { ownPostgres } from './rig/postgres.ts';
import { smallDisk } from './rig/small-disk.ts';
import { tell } from './rig/tell.ts';

const SIZE = inForm({ short: 8, long: 50 });
/** Full for so long, ms. */
const FULL = inForm({ short: [2_500], long: [2_500, 20_000, 60_000] });
/** A cluster with its write-ahead log takes some 60 MB, before anybody has written anything. */
const ROOM = inForm({ short: 128, long: 256 });

const disk = smallDisk(ROOM);
const leftOut = 'missing' in disk ? ` (left out: ${disk.missing})` : '';
afterAll(() => ('missing' in disk ? undefined : disk.remove()));

test.skipIf('missing' in disk)(
  `a disk that is full: nothing that was acknowledged is lost, and it goes on by itself when there is room${leftOut}`,
  async () => {
    if ('missing' in disk) throw new Error(disk.missing);
    const postgres = await ownPostgres(disk.folder);
    const server = await serverProcess(await freePort(), {
      DATABASE_URL: postgres.url,
      // What the server keeps in files is there, too.
      RONDO_DATA: `${disk.folder}/rondo`,
    });
    afterAll(() => server.kill('SIGKILL'));
    const there = await meetingOn(server, { size: SIZE, database: postgres.url });
    afterAll(there.leave);
    for (const full of FULL) {
      await Promise.all(there.people.map((each) => each.write()));
      disk.fill();
      const since = performance.now();
      // The write-ahead log has room for some time: until it wants another file, all is well.
      const writing: Promise<number>[] = [];
      while (!there.people.every(({ client }) => client.getState().late)) {
        expect(performance.now() - since).toBeLessThan(60_000);
        for (const each of there.people)
          if (each.client.getState().waiting.length < 50)
            writing.push(each.write('👩'.repeat(400)));
        await pause(20);
      }
      const toldAfter = performance.now() - since;
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
      expect(alive.status).toBe(200);
      await vi.waitFor(async () => expect((await there.ada.get('/ready')).status).toBe(200));
    }
    expect(await there.wrong()).toEqual([]);
    expect(server.said()).not.toContain('"msg":"defect"');
  },
);
