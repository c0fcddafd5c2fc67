import { expect, test } from 'vitest';
import { createKeeper, type Saving } from './createKeeper.ts';

/** A server that holds one text, and a pause that ends when the test says so. */
function bench() {
  const server = { text: 'first', version: 1, isAway: false, saves: 0 };
  const told: Saving[] = [];
  let pause: (() => void) | null = null;
  const keeper = createKeeper<string>(1, {
    save: async (text, version) => {
      if (server.isAway) throw new Error('offline');
      if (version !== server.version) throw new Error('conflict');
      server.saves += 1;
      server.text = text;
      server.version += 1;
      return server.version;
    },
    isConflict: (error) => error instanceof Error && error.message === 'conflict',
    afterPause: (run) => {
      pause = run;
      return () => (pause = null);
    },
    tell: (saving) => told.push(saving),
  });
  return { server, told, keeper, endPause: () => pause?.() };
}

test('what is typed is saved once it pauses, with the last words', async () => {
  const { server, told, keeper, endPause } = bench();
  keeper.change('a');
  keeper.change('ab');
  expect(server.saves).toBe(0);
  endPause();
  expect(await keeper.flush()).toBe(true);
  expect(server).toMatchObject({ text: 'ab', saves: 1 });
  expect(told.at(-1)).toBe('saved');
});

test('what is typed while it saves goes out with the next one, from its version', async () => {
  const { server, keeper } = bench();
  keeper.change('a');
  const first = keeper.flush();
  keeper.change('b');
  await first;
  expect(await keeper.flush()).toBe(true);
  expect(server).toMatchObject({ text: 'b', version: 3 });
});

test('without network nothing is lost: the next try saves it', async () => {
  const { server, told, keeper } = bench();
  server.isAway = true;
  keeper.change('a');
  expect(await keeper.flush()).toBe(false);
  expect(told.at(-1)).toBe('failed');
  server.isAway = false;
  expect(await keeper.flush()).toBe(true);
  expect(server.text).toBe('a');
});

test('after somebody else was quicker nothing is saved over it until a person decides', async () => {
  const { server, told, keeper } = bench();
  server.version = 5;
  keeper.change('mine');
  expect(await keeper.flush()).toBe(false);
  keeper.change('mine too');
  expect(await keeper.flush()).toBe(false);
  expect(server.text).toBe('first');
  expect(told.at(-1)).toBe('conflict');
  keeper.rebase(5);
  keeper.change('both');
  expect(await keeper.flush()).toBe(true);
  expect(server).toMatchObject({ text: 'both', version: 6 });
});
