import { expect, test } from 'vitest';
import { timesWritten } from './times-written.ts';

const entry = (board: unknown[], bob: unknown[] = []): string =>
  JSON.stringify({ board, hands: { bob }, ledger: [] });

test('what is written by one or by all is counted, what is taken away or stands elsewhere is not', () => {
  const times = timesWritten(
    [
      entry([[['phases', 'a', 'notes', 'once'], 'x']], [[['phases', 'a', 'notes', 'twice'], 'y']]),
      entry([[['phases', 'a', 'notes', 'twice'], 'y'], [['phases', 'a', 'notes', 'once']]]),
      entry([[['phases', 'a', 'names', 'elsewhere'], 'x']]),
    ],
    ['notes'],
  );
  expect([...times]).toEqual([
    ['once', 1],
    ['twice', 2],
  ]);
});
