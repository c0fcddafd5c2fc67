import { expect, it } from 'vitest';
import { dayAt, dayText } from './dates.ts';

it('a moment has the day of the zone in which it is read', () => {
  const moment = Date.UTC(2026, 10, 20, 16);
  expect(dayAt(moment, 'en', 'UTC')).toBe('20 November 2026');
  expect(dayAt(moment, 'en', 'Asia/Tokyo')).toBe('21 November 2026');
  expect(dayAt(moment, 'de', 'Asia/Tokyo')).toBe('21. November 2026');
});

it('a day is the same everywhere', () => {
  expect(dayText('2026-12-01', 'en')).toBe('1 December 2026');
  expect(dayText('2026-12-01', 'de')).toBe('1. Dezember 2026');
});
