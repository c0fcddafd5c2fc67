import { expect, it } from 'vitest';
import type { Space } from '../machine.ts';
import { found, world } from '../testing/world.ts';
import { disk } from './disk.ts';

const GB = 1e9;
const FOLDER = '/srv/rondo/data';
const roomy: Space = {
  freeBytes: 50 * GB,
  totalBytes: 100 * GB,
  freeFiles: 500_000,
  totalFiles: 1_000_000,
};
const withSpace = (space: Partial<Space>, only = FOLDER) =>
  world({
    environment: { RONDO_DATA: FOLDER },
    machine: { space: (folder) => (folder === only ? { ...roomy, ...space } : undefined) },
  });

it.each([
  [20, 100, 'ok'],
  [19.9, 100, 'warning'],
  [5, 100, 'warning'],
  [4.9, 100, 'failure'],
  [100, 10_000, 'ok'],
  [99, 10_000, 'failure'],
])('%s of %s GB free: %s', async (free, total, expected) => {
  const context = withSpace({ freeBytes: free * GB, totalBytes: total * GB });
  expect((await found(disk, context, FOLDER)).severity).toBe(expected);
});

it.each([
  [200_000, 'ok'],
  [199_999, 'warning'],
  [50_000, 'warning'],
  [49_999, 'failure'],
])('%s of a million files left: %s', async (freeFiles, expected) => {
  const context = withSpace({ freeFiles });
  expect((await found(disk, context, `${FOLDER}, number of files`)).severity).toBe(expected);
});

it('a file system without a limit of files is well', async () => {
  const context = withSpace({ freeFiles: 0, totalFiles: 0 });
  expect((await found(disk, context, `${FOLDER}, number of files`)).severity).toBe('ok');
});

it('stops a server in public when the next write may fail', async () => {
  const stops = async (space: Partial<Space>): Promise<boolean[]> =>
    (await disk.run(withSpace(space))).map(({ stopsPublic }) => stopsPublic);
  expect(await stops({ freeBytes: 0.2 * GB })).toEqual([false, false]);
  expect(await stops({ freeBytes: 0.2 * GB - 1 })).toEqual([true, false]);
  expect(await stops({ freeFiles: 1_000 })).toEqual([false, false]);
  expect(await stops({ freeFiles: 999 })).toEqual([false, true]);
});

it('a folder that is not made so far is looked at where it will be; what says nothing is unknown', async () => {
  expect((await found(disk, withSpace({}, '/srv'), FOLDER)).severity).toBe('ok');
  expect((await found(disk, world())).severity).toBe('unknown');
});
