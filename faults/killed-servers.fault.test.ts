import { setTimeout as pause } from 'node:timers/promises';
import { SMALL, smallMeeting } from '@rondo/live/testing';
import type { MeetingId, ParticipantId } from '@rondo/meeting';
import { afterAll, expect, test } from 'vitest';
import { postgresLog } from '../apps/server/src/live/postgres-log.ts';
import { until } from '../apps/server/src/live/testing/caller.ts';
import { nodeProcess, type NodeProcess } from '../apps/server/src/live/testing/node-process.ts';
import { worker, write, type Worker } from '../apps/server/src/live/testing/swarm.ts';
import { testDatabase } from '../apps/server/src/testing/database.ts';
import { inForm } from './length.ts';
import { timesWritten } from './rig/times-written.ts';

const KILLS = inForm({ short: 20, long: 60 });
const BETWEEN_MS = 900;
const MEETINGS = Array.from(
  { length: inForm({ short: 4, long: 20 }) },
  (_, i) => `m${i + 1}` as MeetingId,
);
const PEOPLE = ['ann', 'bob', 'cy', 'dee', 'eve', 'fay', 'gus', 'hal', 'ida', 'jan'];

const { url, db, openPool } = await testDatabase();
const nothing = async (): Promise<void> => undefined;
const log = postgresLog(openPool('log', 2), db, { ended: nothing, reopened: nothing });
for (const meeting of MEETINGS) await log.create(meeting, smallMeeting(meeting));

const nodes: (NodeProcess | null)[] = [await nodeProcess(url), await nodeProcess(url)];
const ports = (): number[] => nodes.flatMap((node) => (node ? [node.port] : []));
const workers = MEETINGS.flatMap((meeting) => PEOPLE.map((who) => worker(who, meeting, ports)));
afterAll(async () => {
  for (const { client } of workers) client.close();
  for (const node of nodes) await node?.kill();
});

/** How often each note was written, by what the log holds. */
async function written(meeting: MeetingId): Promise<Map<string, number>> {
  const { rows } = await openPool('check', 1).query<{ body: string }>(
    'select body from meeting_patch where meeting_id = $1',
    [meeting],
  );
  const bodies = rows.map(({ body }) => body);
  return timesWritten(bodies, ['notes']);
}

const isIdle = ({ client }: Worker): boolean => {
  const { waiting, status } = client.getState();
  return waiting.length === 0 && status.is === 'live';
};

test(
  `[R3] [R5] [R14] ${KILLS} kills of two nodes: nothing lost, doubled, missed or out of order`,
  { timeout: inForm({ short: 150_000, long: 600_000 }) },
  async () => {
    await until(() => expect(workers.every(isIdle)).toBe(true));
    let made = 0;
    let isOver = false;
    const work = (async () => {
      while (!isOver) {
        for (const each of workers)
          if (Math.random() < 0.25) write(each, `k${++made}`, Math.random() < 0.4);
        await pause(40);
      }
    })();

    for (let kill = 0; kill < KILLS; kill++) {
      await pause(BETWEEN_MS);
      const at = kill % 2;
      const victim = nodes[at];
      nodes[at] = null;
      await victim?.kill();
      nodes[at] = await nodeProcess(url);
    }
    isOver = true;
    await work;
    await until(() => expect(workers.filter((each) => !isIdle(each)).length).toBe(0));

    const answers = workers.flatMap(({ answers }) => [...answers]);
    expect(answers).toHaveLength(made);
    expect(answers.filter(([, answer]) => answer !== 'done')).toEqual([]);
    expect(workers.flatMap(({ disorder }) => disorder)).toEqual([]);
    for (const meeting of MEETINGS) {
      const mine = workers.filter((each) => each.meeting === meeting);
      const keys = mine.flatMap((each) => [...each.answers.keys()]);
      const times = await written(meeting);
      expect(keys.filter((key) => times.get(key) !== 1)).toEqual([]);
      const loaded = await log.load(meeting);
      await until(() => {
        for (const { who, client } of mine) {
          const { base } = client.getState();
          expect(base?.board).toEqual(loaded?.doc.board);
          const hand = loaded?.doc.hands[who as ParticipantId]?.phases[SMALL];
          expect(base?.hand.phases[SMALL]).toEqual(hand);
        }
      });
    }
    expect(made).toBeGreaterThan(2_000);
  },
);
