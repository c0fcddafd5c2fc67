import { expect, it } from 'vitest';
import { durationsOf, windowsOf } from './windows.ts';

it('each phase closes so long after the one before', () => {
  const windows = windowsOf(
    new Map([
      [4, 60],
      [1, 1_440],
    ]),
    true,
  );
  expect(
    windows.map(({ phase, opensAfter, closesAfter }) => [phase, opensAfter, closesAfter]),
  ).toEqual([
    [1, null, 1_440],
    [4, null, 1_500],
  ]);
  expect(windows.map(({ remindBefore }) => remindBefore)).toEqual([240, 15]);
});

it('what was chosen is found again', () => {
  const chosen = new Map([
    [0, 480],
    [2, 2_880],
  ]);
  expect(durationsOf(windowsOf(chosen, false))).toEqual(chosen);
});
