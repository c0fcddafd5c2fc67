import type { DoctorReport } from '@rondo/contract';

type Found = DoctorReport['findings'][number];
export type Severity = Found['severity'];

/** One finding, and the machine it is about where there are several. */
export type Seen = Found & { host: string | null };

/** What one check found, as far as it is equally bad. */
export interface Matter {
  check: string;
  severity: Severity;
  /** A server that others can reach does not start with this. */
  stops: boolean;
  /** Places that are mended by the same lines stand together. */
  repairs: readonly { repair: string; seen: readonly Seen[] }[];
}

export interface Examined {
  failures: readonly Matter[];
  warnings: readonly Matter[];
  /** What could not be looked at for the same reason stands together. */
  unseen: readonly { why: string; repair: string; seen: readonly Seen[] }[];
  /** Checks of which nothing is worse. */
  well: readonly Matter[];
}

/** Everything that was found at all servers, by how bad it is; within that, what stops a start comes first. */
export function examined(reports: readonly DoctorReport[]): Examined {
  const hosts = new Set(reports.flatMap(({ scope, host }) => (scope === 'machine' ? [host] : [])));
  const seen: Seen[] = reports.flatMap(({ scope, host, findings }) =>
    findings.map((each) => ({
      ...each,
      host: scope === 'machine' && hosts.size > 1 ? host : null,
    })),
  );
  const of = (severity: Severity): readonly Seen[] =>
    seen.filter((each) => each.severity === severity);
  const worse = new Set(seen.flatMap((each) => (each.severity === 'ok' ? [] : [each.check])));
  const unseen = Map.groupBy(of('unknown'), ({ measured, repair }) => `${measured}\n${repair}`);
  return {
    failures: mattersOf(of('failure')),
    warnings: mattersOf(of('warning')),
    unseen: [...unseen.values()].map((alike) => ({
      why: alike[0]?.measured ?? '',
      repair: alike[0]?.repair ?? '',
      seen: alike,
    })),
    well: mattersOf(of('ok').filter(({ check }) => !worse.has(check))),
  };
}

function mattersOf(seen: readonly Seen[]): Matter[] {
  return [...Map.groupBy(seen, ({ check }) => check)]
    .map(([check, all]) => ({
      check,
      severity: all[0]?.severity ?? 'unknown',
      stops: all.some(({ stopsPublic }) => stopsPublic),
      repairs: [...Map.groupBy(all, ({ repair }) => repair)].map(([repair, alike]) => ({
        repair,
        seen: alike,
      })),
    }))
    .toSorted((a, b) => Number(b.stops) - Number(a.stops));
}

/** The machine and the place on it; empty where there is only one. */
export const whereOf = ({ host, place }: Pick<Seen, 'host' | 'place'>): string =>
  [host, place].flatMap((each) => each ?? []).join(' · ');

/** How many things have to be mended. */
export const failuresIn = (reports: readonly DoctorReport[]): number =>
  examined(reports).failures.length;
