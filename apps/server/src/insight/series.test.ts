import { describe, expect, it } from 'vitest';
import { changeAt, medianAt, seriesOf } from './series.ts';

describe('a series', () => {
  it.each([
    [[10, 12], 1, 0.2],
    [[10, 5], 1, -0.5],
    [[0, 5], 1, null],
    [[null, 5], 1, null],
    [[5, null], 1, null],
    [[5, 0], 1, -1],
    [[5], 0, null],
  ])('%j: the change at %i is %j', (values, week, change) => {
    expect(changeAt(values, week)).toBe(change);
  });

  it.each([
    [[1, 2, 3, 10], 3, 2.5],
    [[10, 1, 3, 2, 4], 4, 2.5],
    [[0, 0, 0, 0], 3, 0],
    [[1, 2, 3], 2, null],
    [[null, 1, 2, 3], 3, null],
  ])('%j: the median at %i is %j', (values, week, median) => {
    expect(medianAt(values, week)).toBe(median);
  });

  it('compares nothing with a week that is not over', () => {
    const { values, changes, medians } = seriesOf('meetings', [4, 4, 4, 8, 1]);
    expect(values).toEqual([4, 4, 4, 8, 1]);
    expect(changes).toEqual([null, 0, 0, 1, null]);
    expect(medians).toEqual([null, null, null, 4, null]);
  });

  it('says how the last week that is over went', () => {
    expect(seriesOf('meetings', [40, 50, 1]).sentence).toEqual({
      en: 'up 25\u00a0%',
      de: '25\u00a0% mehr',
    });
  });
});
