import type { DoctorReport } from '@rondo/contract';
import { expect, test } from 'vitest';
import { roomIn } from './room.ts';

type Found = DoctorReport['findings'][number];

const report = (
  findings: (Pick<Found, 'check' | 'data'> & Partial<Found>)[],
  more: Partial<DoctorReport> = {},
): DoctorReport => ({
  at: '2027-03-12T09:00:00Z',
  scope: 'machine',
  node: 'one',
  host: 'rondo-1',
  release: '1.0.0',
  state: 'ok',
  findings: findings.map((each) => ({
    severity: 'ok',
    measured: '',
    threshold: '',
    repair: '',
    stopsPublic: false,
    ...each,
  })),
  ...more,
});

/** As the doctor says it: twice what two for each of 100 people and 224 of the server's own take. */
const files = (limit: number) => ({
  check: 'file-descriptors',
  data: { limit, people: 100, fail: 2 * (2 * 100 + 224) },
});

test('a server whose limit is just what the doctor wants has room for just these people', () => {
  expect(roomIn([report([files(848)])])).toEqual({ people: 100, by: 'files' });
});

test('the narrowest place counts', () => {
  const nginx = { check: 'proxy-nginx', data: { people: 720, needed: 200 } };
  expect(roomIn([report([files(20_000), nginx])])).toEqual({ people: 360, by: 'proxy' });
});

test('of several servers one may be away', () => {
  const three = [1, 2, 3].map((each) => report([files(848)], { node: `node ${each}` }));
  expect(roomIn(three)?.people).toBe(200);
});

test('where more were tried from outside than got in, that is the room; with all in, nothing is known', () => {
  const tried = (severity: 'ok' | 'failure') =>
    report([{ check: 'public-address', severity, data: { open: 360, people: 600 } }], {
      scope: 'outside',
    });
  expect(roomIn([tried('failure')])).toEqual({ people: 240, by: 'address' });
  expect(roomIn([tried('ok')])).toBeNull();
});

test('without a limit there is none to tell', () => {
  expect(roomIn([report([files(-1)])])).toBeNull();
  expect(roomIn([])).toBeNull();
});
