import type { Figures } from '@rondo/contract';

/** A row for each week, a column for each figure; empty where nothing was counted. RFC 4180, numbers and our own words alone. */
export function figuresCsv({ weeks, series, types }: Figures): string {
  const heads = [
    'week',
    'monday',
    'partial',
    ...series.flatMap(({ metric }) => [metric, `${metric} change`, `${metric} median`]),
    ...types.map(({ category }) => `meetings: ${category}`),
  ];
  const rows = weeks.map(({ name, monday, partial }, index) => [
    name,
    monday,
    partial ? 'yes' : 'no',
    ...series.flatMap(({ values, changes, medians }) => [
      cell(values[index]),
      cell(changes[index]),
      cell(medians[index]),
    ]),
    ...types.map(({ values }) => cell(values[index])),
  ]);
  return [heads, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

/** Shares to a ten-thousandth. */
const cell = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(Math.round(value * 10_000) / 10_000);
