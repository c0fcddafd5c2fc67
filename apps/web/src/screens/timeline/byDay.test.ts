import { expect, test } from 'vitest';
import { byDay } from './byDay.ts';

const on = (day: number, hour: number) => ({ at: new Date(2026, 4, day, hour).toISOString() });

test('events of one day stand together, in the order in which they come', () => {
  const [late, early, before] = [on(2, 23), on(2, 0), on(1, 23)];
  expect(byDay([late, early, before])).toEqual([
    { day: '2026-05-02', events: [late, early] },
    { day: '2026-05-01', events: [before] },
  ]);
  expect(byDay([])).toEqual([]);
});
