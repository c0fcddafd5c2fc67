import type { Finding, Severity } from './check.ts';

interface Seen {
  readonly place?: string;
  readonly measured: string;
  readonly threshold: string;
  /** Left out of a finding that all is well. */
  readonly repair: string;
  readonly stopsPublic?: boolean;
  readonly data?: Finding['data'];
}

export function finding(check: string, severity: Severity, seen: Seen): Finding {
  const isWell = severity === 'ok';
  return {
    ...seen,
    check,
    severity,
    repair: isWell ? '' : seen.repair,
    stopsPublic: severity === 'failure' && (seen.stopsPublic ?? false),
  };
}

/** What could not be looked at, and from where it can. */
export const notSeen = (check: string, why: string, repair: string, place?: string): Finding =>
  finding(check, 'unknown', {
    measured: why,
    threshold: 'to be looked at',
    repair,
    ...(place && { place }),
  });

/** For checks that look into the database, while it is away. */
export const withoutDatabase = (check: string): Finding[] => [
  notSeen(check, 'the database is away', 'Mend the database first.'),
];

/** More than `fail` is bad, more than `warn` is on the way there. */
export function tooMuch(value: number, { warn, fail }: { warn: number; fail: number }): Severity {
  if (value > fail) return 'failure';
  return value > warn ? 'warning' : 'ok';
}

/** Less than `fail` is bad, less than `warn` is on the way there. */
export function tooLittle(value: number, { warn, fail }: { warn: number; fail: number }): Severity {
  if (value < fail) return 'failure';
  return value < warn ? 'warning' : 'ok';
}

/** `12,345`, the same in every language of the machine. */
export const count = (value: number): string =>
  Number.isFinite(value) ? Math.round(value).toLocaleString('en-US') : 'no limit';

/** `2 days`, `1 day`. */
export const several = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${Math.round(value) === 1 ? one : many}`;
