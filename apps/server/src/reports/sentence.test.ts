import type { ReportFigure } from '@rondo/contract';
import { expect, test } from 'vitest';
import { sentenceAbout } from './sentence.ts';
import { weekOf } from './week.ts';

const figure = (name: ReportFigure['name'], value: number, ...before: number[]): ReportFigure => ({
  name,
  value,
  before,
});
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test('each figure is told with its name, beside the weeks before it', () => {
  const figures = [
    figure('meetings', 120, 125, 120, 100, 100, 100, 100),
    figure('tasks', 3, 2, 0, 0),
  ];
  expect(plain(sentenceAbout(figures, 'en'))).toBe(
    'Meetings held: down 4 % after two strong weeks. Tasks finished: 1 more than in the week before.',
  );
  expect(plain(sentenceAbout(figures, 'de'))).toBe(
    'Meetings: 4 % weniger nach zwei starken Wochen. Erledigte Aufgaben: 1 mehr als in der Woche davor.',
  );
});

test('a figure that was never counted before says nothing', () => {
  expect(sentenceAbout([figure('meetings', 3, 0, 0, 0), figure('people', 3)], 'en')).toBe('');
});

test('a week begins on Monday, whatever the day', () => {
  for (const day of ['2026-11-16', '2026-11-19', '2026-11-22T23:59:59.999Z'])
    expect(weekOf(Date.parse(day))).toEqual({ from: '2026-11-16', to: '2026-11-22' });
  expect(weekOf(Date.parse('2026-11-23'))).toEqual({ from: '2026-11-23', to: '2026-11-29' });
  expect(weekOf(0)).toEqual({ from: '1969-12-29', to: '1970-01-04' });
});
