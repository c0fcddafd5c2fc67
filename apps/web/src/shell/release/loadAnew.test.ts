import { expect, test } from 'vitest';
import { mayLoadAnew, type Moment } from './loadAnew.ts';

const MINUTE = 60_000;

/** Somebody outside of meetings, with nothing begun. */
const outside: Moment = {
  occasion: 'pause',
  idleMs: 0,
  inMeeting: false,
  hasUnsent: false,
  leadsTimer: false,
  isWriting: false,
  sinceLastMs: Infinity,
};
const meeting: Moment = { ...outside, inMeeting: true };

test('outside of meetings a minute without a touch is enough', () => {
  expect(mayLoadAnew({ ...outside, idleMs: MINUTE - 1 })).toBe(false);
  expect(mayLoadAnew({ ...outside, idleMs: MINUTE })).toBe(true);
});

test('in a meeting only after ten minutes without a touch', () => {
  expect(mayLoadAnew({ ...meeting, idleMs: 10 * MINUTE - 1 })).toBe(false);
  expect(mayLoadAnew({ ...meeting, idleMs: 10 * MINUTE })).toBe(true);
});

test.each(['hasUnsent', 'leadsTimer', 'isWriting'] as const)(
  'no pause is long enough while %s',
  (what) => {
    for (const where of [outside, meeting]) {
      const moment = { ...where, idleMs: 24 * 60 * MINUTE };
      expect(mayLoadAnew(moment)).toBe(true);
      expect(mayLoadAnew({ ...moment, [what]: true })).toBe(false);
    }
  },
);

test('going to another screen is the occasion, also at the end of a meeting with words in a field', () => {
  const going: Moment = { ...meeting, occasion: 'navigation', hasUnsent: true, leadsTimer: true };
  expect(mayLoadAnew(going)).toBe(true);
  expect(mayLoadAnew({ ...going, sinceLastMs: 0 })).toBe(true);
  expect(mayLoadAnew({ ...going, isWriting: true })).toBe(false);
});

test('a pause is used once in ten minutes, whatever the servers answer', () => {
  const moment = { ...outside, idleMs: 5 * MINUTE };
  expect(mayLoadAnew({ ...moment, sinceLastMs: 10 * MINUTE - 1 })).toBe(false);
  expect(mayLoadAnew({ ...moment, sinceLastMs: 10 * MINUTE })).toBe(true);
});
