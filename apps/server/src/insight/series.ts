import type { Metric, MetricSeries } from '@rondo/contract';
import { sentenceOf } from './sentence.ts';

/** A figure of each week, the earliest first; null: it was not counted. */
export type Values = readonly (number | null)[];

/**
 * A metric's figures with how they change. The last week is not over yet: it has no change and no median,
 * as a part of a week compares with nothing.
 */
export const seriesOf = (metric: Metric, values: Values): MetricSeries => ({
  metric,
  values: [...values],
  changes: values.map((_, week) => (isOver(values, week) ? changeAt(values, week) : null)),
  medians: values.map((_, week) => (isOver(values, week) ? medianAt(values, week) : null)),
  sentence: {
    en: sentenceOf(values.slice(0, -1), 'en'),
    de: sentenceOf(values.slice(0, -1), 'de'),
  },
});

const isOver = (values: Values, week: number): boolean => week < values.length - 1;

/** Against the week before, as a share of it; null where one is missing or there was nothing. */
export function changeAt(values: Values, week: number): number | null {
  const [before, now] = [values[week - 1] ?? null, values[week] ?? null];
  if (before === null || now === null || before === 0) return null;
  return (now - before) / before;
}

/** Of a week and the three before it; null where one is missing. */
export function medianAt(values: Values, week: number): number | null {
  const four = values.slice(Math.max(0, week - 3), week + 1).flatMap((each) => each ?? []);
  if (four.length < 4) return null;
  const [, low = 0, high = 0] = four.toSorted((a, b) => a - b);
  return (low + high) / 2;
}
