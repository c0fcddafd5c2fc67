import { expect, it } from 'vitest';
import { MORE_SERVERS } from './limits.ts';
import { slowness } from './slowness.ts';

const server = {
  files: 900,
  fileLimit: 65_536,
  eventLoopP99: 0.01,
  databaseWaiting: 0,
  cpuSeconds: 1,
  listenDrops: 0,
};
const ramp = { isCutShort: false, mostOpen: 1_200, handshakesPerSecond: 300 };
const quick = { lost: 0, p99: 40 };
const slow = { lost: 0, p99: 1_400 };

it('is nothing when everybody is answered in time, or nobody has met', () => {
  expect(slowness({ meetings: quick, server, ramp })).toBeNull();
  expect(slowness({ meetings: null, server: undefined, ramp })).toBeNull();
});

it('is the CPU when answers are late or lost, and the database when that is what is waited for', () => {
  for (const meetings of [slow, { ...quick, lost: 1 }]) {
    const limit = slowness({ meetings, server, ramp });
    expect(limit).toMatchObject({ where: 'cpu', at: 1_200, repair: MORE_SERVERS });
  }
  const waiting = { ...server, databaseWaiting: 3 };
  expect(slowness({ meetings: slow, server: waiting, ramp })).toMatchObject({ where: 'database' });
});

it('is the CPU, with what mends it, when not all could come in time', () => {
  const late = { isCutShort: true, mostOpen: 800, handshakesPerSecond: 7 };
  expect(slowness({ meetings: quick, server, ramp: late })).toMatchObject({
    where: 'cpu',
    at: 800,
    said: 'it took too long to open them all: 7 handshakes a second',
    repair: expect.stringContaining('More cores for what ends TLS'),
  });
});
