import { expect, it } from 'vitest';
import { found, world } from '../testing/world.ts';
import { memory } from './memory.ts';

const ofMachine = (total: number, free: number) => ({
  '/proc/meminfo': `MemTotal:       ${total} kB\nMemFree:        1 kB\nMemAvailable:   ${free} kB\n`,
});

it.each([
  [1_000, 200, 'ok'],
  [1_000, 199, 'warning'],
  [1_000, 100, 'warning'],
  [1_000, 99, 'failure'],
])('a machine of %s kB with %s kB free: %s', async (total, free, expected) => {
  const context = world({ files: ofMachine(total, free) });
  expect((await found(memory, context, 'the machine')).severity).toBe(expected);
});

it.each([
  [800, 0, 'ok'],
  [801, 0, 'warning'],
  [900, 0, 'warning'],
  [901, 0, 'failure'],
  [950, 150, 'ok'],
])(
  'a container that may use 1000 bytes and uses %s, %s of them for files: %s',
  async (used, files, expected) => {
    const context = world({
      files: {
        ...ofMachine(1_000, 900),
        '/sys/fs/cgroup/memory.max': '1000\n',
        '/sys/fs/cgroup/memory.current': `${used}\n`,
        '/sys/fs/cgroup/memory.stat': `anon 1\ninactive_file ${files}\n`,
      },
    });
    expect((await found(memory, context, 'this container')).severity).toBe(expected);
  },
);

it('a container without a limit is the machine; a system that does not say is unknown', async () => {
  const unlimited = {
    '/sys/fs/cgroup/memory.max': 'max\n',
    '/sys/fs/cgroup/memory.current': '5\n',
  };
  const context = world({ files: { ...ofMachine(1_000, 900), ...unlimited } });
  expect(await memory.run(context)).toMatchObject([{ place: 'the machine', severity: 'ok' }]);
  expect((await found(memory, world())).severity).toBe('unknown');
});
