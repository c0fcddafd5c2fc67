import { expect, it } from 'vitest';
import { found, node, world } from '../testing/world.ts';
import { fileDescriptors } from './file-descriptors.ts';

const limits = (soft: number | string): Record<string, string> => ({
  '/proc/1/limits': `Limit                     Soft Limit           Hard Limit           Units\nMax processes             100                  100                  processes\nMax open files            ${soft}                 1048576              files\n`,
});
const severity = async (limit: number | string, people: number, servers = 0): Promise<string> => {
  const nodes = Array.from({ length: servers }, (_, i) => node(String(i)));
  return (await found(fileDescriptors, world({ files: limits(limit), people, nodes }))).severity;
};

// 2 × people + 24 to the database + 200 of its own, twice: below that it fails; four times: it warns.
it.each([
  [847, 0, 'failure'],
  [848, 0, 'warning'],
  [1_695, 0, 'warning'],
  [1_696, 0, 'ok'],
  [848, 100, 'warning'],
  [1_024, 101, 'warning'],
  [4_447, 1_000, 'failure'],
  [4_448, 1_000, 'warning'],
  [8_895, 1_000, 'warning'],
  [8_896, 1_000, 'ok'],
  ['unlimited', 100_000, 'ok'],
])('a limit of %s files with %s people at the peak: %s', async (limit, people, expected) => {
  expect(await severity(limit, people)).toBe(expected);
});

it('of several servers, each has to carry the share of one while another is away', async () => {
  expect(await severity(8_896, 2_000, 3)).toBe('ok');
  expect(await severity(8_895, 2_000, 3)).toBe('warning');
  expect(await severity(8_896, 2_000, 2)).toBe('warning');
});

it.each([
  [1_023, 1_000, 0, true],
  [1_024, 1_000, 0, false],
  [1_023, 2_000, 2, true],
  [1_024, 2_000, 2, false],
])(
  'a limit of %s with %s people on %s servers at the peak stops the first one to start again: %s',
  async (limit, people, serversAtPeak, expected) => {
    const context = world({ files: limits(limit), people, serversAtPeak });
    expect((await found(fileDescriptors, context)).stopsPublic).toBe(expected);
  },
);

it('says what is, what should be, and the line that mends it', async () => {
  const context = world({ files: limits(1_024), people: 500, machine: { count: () => 37 } });
  expect(await found(fileDescriptors, context)).toMatchObject({
    measured: 'limit 1,024, 37 open: 605 people fit',
    threshold: 'at least 2,448, better 4,896, for 500 people',
    repair: expect.stringContaining('`LimitNOFILE=8192`'),
    data: { limit: 1_024, open: 37, fit: 605, people: 500, fail: 2_448, warn: 4_896 },
  });
});

it('of several processes it says which', async () => {
  const processes = [1, 2].map((pid) => ({ name: `n${pid}`, pid, databaseConnections: 24 }));
  const files = { ...limits(8_000), '/proc/2/limits': 'Max open files  500  500  files' };
  expect(await fileDescriptors.run(world({ files, processes }))).toMatchObject([
    { place: 'process 1', severity: 'ok' },
    { place: 'process 2', severity: 'failure' },
  ]);
});

it('says so where the limit cannot be read', async () => {
  expect((await found(fileDescriptors, world())).severity).toBe('unknown');
  const strange = world({ files: { '/proc/1/limits': 'nothing' } });
  expect((await found(fileDescriptors, strange)).severity).toBe('unknown');
});

it.each([
  [149, 'failure'],
  [150, 'warning'],
  [199, 'warning'],
  [200, 'ok'],
])('RONDO_MAX_CONNECTIONS of %s with 100 people at the peak: %s', async (most, expected) => {
  const environment = { RONDO_MAX_CONNECTIONS: String(most) };
  const context = world({ files: limits(20_000), environment });
  const seen = await found(fileDescriptors, context, 'RONDO_MAX_CONNECTIONS');
  expect(seen.severity).toBe(expected);
  if (expected !== 'ok') expect(seen.repair).toContain('`RONDO_MAX_CONNECTIONS=200`');
});
