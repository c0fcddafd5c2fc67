import { expect, it } from 'vitest';
import { inheritedSocket } from './inherited-socket.ts';

it('is the first descriptor behind the usual three, when it is meant for this process', () => {
  expect(inheritedSocket({ LISTEN_PID: '42', LISTEN_FDS: '1' }, 42)).toBe(3);
});

it.each([{}, { LISTEN_PID: '41', LISTEN_FDS: '1' }, { LISTEN_PID: '42' }])(
  'is none with %j',
  (environment) => {
    expect(inheritedSocket(environment, 42)).toBeUndefined();
  },
);

it('stops the start when there are several', () => {
  const several = (): unknown => inheritedSocket({ LISTEN_PID: '42', LISTEN_FDS: '2' }, 42);
  expect(several).toThrow('Leave one ListenStream in rondo.socket');
});
