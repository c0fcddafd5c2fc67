import type { ConnectionEvents, Transport } from '@rondo/live/client';
import { expect, test } from 'vitest';
import { eitherOf } from './transport.ts';

/** A way whose connections the test opens and closes; it writes down that it was tried. */
function way(name: string, tried: string[]): Transport & { latest: () => ConnectionEvents } {
  const events: ConnectionEvents[] = [];
  return {
    connect: (on) => {
      tried.push(name);
      events.push(on);
      return { send: () => undefined, close: () => undefined };
    },
    latest: () => {
      const last = events.at(-1);
      if (!last) throw new Error(`${name} was not tried`);
      return last;
    },
  };
}

const nobody: ConnectionEvents = {
  open: () => undefined,
  message: () => undefined,
  close: () => undefined,
};

test('the second way is tried when the first failed twice in a row, also when it only looked open', () => {
  const tried: string[] = [];
  const [first, second] = [way('socket', tried), way('stream', tried)];
  const either = eitherOf(first, second);
  either.connect(nobody);
  first.latest().close(1006);
  either.connect(nobody);
  first.latest().open();
  first.latest().close(1006);
  either.connect(nobody);
  expect(tried).toEqual(['socket', 'socket', 'stream']);
});

test('whatever worked last is tried first', () => {
  const tried: string[] = [];
  const [first, second] = [way('socket', tried), way('stream', tried)];
  const either = eitherOf(first, second);
  for (let failure = 0; failure < 2; failure++) {
    either.connect(nobody);
    first.latest().close(null);
  }
  either.connect(nobody);
  second.latest().message('{}');
  second.latest().close(null);
  either.connect(nobody);
  second.latest().close(null);
  either.connect(nobody);
  second.latest().close(null);
  either.connect(nobody);
  expect(tried.slice(2)).toEqual(['stream', 'stream', 'stream', 'socket']);
});

test('a socket that worked and broke is no reason to leave sockets', () => {
  const tried: string[] = [];
  const [first, second] = [way('socket', tried), way('stream', tried)];
  const either = eitherOf(first, second);
  for (let round = 0; round < 5; round++) {
    either.connect(nobody);
    first.latest().message('{}');
    first.latest().close(1006);
  }
  expect(new Set(tried)).toEqual(new Set(['socket']));
  expect(() => second.latest()).toThrow('was not tried');
});

test('a connection that the client gave up counts as a failure', () => {
  const tried: string[] = [];
  const either = eitherOf(way('socket', tried), way('stream', tried));
  either.connect(nobody).close();
  either.connect(nobody).close();
  either.connect(nobody);
  expect(tried).toEqual(['socket', 'socket', 'stream']);
});
