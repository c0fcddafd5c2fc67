import { EventEmitter } from 'node:events';
import type { LiveClient } from '@rondo/live/client';
import { expect, test } from 'vitest';
import { watchMeeting } from './seen.ts';

/** As much of a client as is watched: what it has seen. */
function reader() {
  const changes = new EventEmitter();
  let seq = -1;
  const client = {
    getState: () => ({ seq }),
    subscribe: (listener: () => void) => {
      changes.on('change', listener);
      return () => changes.off('change', listener);
    },
    // Nothing else of a client is asked here.
  } as unknown as LiveClient;
  const sees = (entry: number): void => {
    seq = entry;
    changes.emit('change');
  };
  return { client, sees };
}

test('something counts as seen when the last of a meeting has seen it', () => {
  const gaps: number[] = [];
  const meeting = watchMeeting((ms) => gaps.push(ms));
  const [ann, bob, cy] = [reader(), reader(), reader()];
  for (const { client } of [ann, bob, cy]) meeting.watch(client);
  ann.sees(4);
  bob.sees(4);

  meeting.done(5, performance.now() - 200);
  ann.sees(5);
  expect(gaps).toEqual([]);
  bob.sees(5);
  // Cy was never in, which is counted as something else.
  expect(gaps).toEqual([expect.any(Number)]);
  expect(gaps[0]).toBeGreaterThanOrEqual(200);

  meeting.done(6, performance.now() - 300);
  ann.sees(6);
  meeting.left(bob.client);
  ann.sees(7);
  expect(gaps).toHaveLength(2);
});

test('what not everybody has seen in the end counts with all the time it has waited', () => {
  const meeting = watchMeeting(() => undefined);
  const [ann, bob] = [reader(), reader()];
  for (const { client, sees } of [ann, bob]) {
    meeting.watch(client);
    sees(1);
  }
  meeting.done(2, performance.now() - 5_000);
  ann.sees(2);
  expect(meeting.giveUp()).toBeGreaterThanOrEqual(5_000);
  expect(meeting.giveUp()).toBe(0);
});
