import type { Family, Labels, Sample } from './exposition.ts';

export interface Histogram {
  readonly observe: (labels: Labels, value: number) => void;
  readonly family: () => Family;
}

interface Series {
  readonly labels: Labels;
  /** How many fell between this bound and the one below. */
  readonly counts: number[];
  sum: number;
  count: number;
}

/** @param bounds upper bounds of the buckets, ascending; the last one, without a bound, is added */
export function histogram(name: string, help: string, bounds: readonly number[]): Histogram {
  const all = new Map<string, Series>();
  return {
    observe: (labels, value) => {
      const key = JSON.stringify(labels);
      let series = all.get(key);
      if (!series) {
        series = { labels, counts: bounds.map(() => 0), sum: 0, count: 0 };
        all.set(key, series);
      }
      const bucket = bounds.findIndex((bound) => value <= bound);
      if (bucket >= 0) series.counts[bucket] = (series.counts[bucket] ?? 0) + 1;
      series.sum += value;
      series.count++;
    },
    family: () => ({
      name,
      type: 'histogram',
      help,
      samples: [...all.values()].flatMap((series) => samplesOf(series, bounds)),
    }),
  };
}

function samplesOf({ labels, counts, sum, count }: Series, bounds: readonly number[]): Sample[] {
  let upTo = 0;
  const buckets = bounds.map((bound, at) => {
    upTo += counts[at] ?? 0;
    return { suffix: '_bucket', labels: { ...labels, le: String(bound) }, value: upTo };
  });
  return [
    ...buckets,
    { suffix: '_bucket', labels: { ...labels, le: '+Inf' }, value: count },
    { suffix: '_sum', labels, value: sum },
    { suffix: '_count', labels, value: count },
  ];
}
