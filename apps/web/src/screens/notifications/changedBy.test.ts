import type { NotificationSettings } from '@rondo/contract';
import { expect, test } from 'vitest';
import { changedBy } from './changedBy.ts';

const settings: NotificationSettings = {
  zone: 'Europe/Berlin',
  quiet: { from: 1_200, until: 420 },
  digestAt: 480,
  kinds: [{ kind: 'task-due', way: 'digest' }],
  off: [{ mailing: 'outcome', team: 'a' }],
};

test('what is not said stays', () => {
  expect(changedBy(settings, {})).toEqual(settings);
});

test('quiet hours end with null', () => {
  expect(changedBy(settings, { quiet: null }).quiet).toBeNull();
});

test('a mail is switched off once, and on again for its own team alone', () => {
  const off = { mailing: 'outcome', team: null, on: false } as const;
  const both = changedBy(changedBy(settings, { mailing: off }), { mailing: off });
  expect(both.off).toEqual([
    { mailing: 'outcome', team: 'a' },
    { mailing: 'outcome', team: null },
  ]);
  const on = changedBy(both, { mailing: { mailing: 'outcome', team: 'a', on: true } });
  expect(on.off).toEqual([{ mailing: 'outcome', team: null }]);
});

test('a kind is told in another way', () => {
  const kind = { kind: 'task-due', way: 'never' } as const;
  expect(changedBy(settings, { kind }).kinds).toEqual([kind]);
});
