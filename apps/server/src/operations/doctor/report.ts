import { hostname } from 'node:os';
import * as z from 'zod';
import { version } from '../../version.ts';
import type { Finding } from './check.ts';
import { worst } from './examine.ts';

/** What `rondo doctor --json` prints and an examination leaves behind. Fields are added, never changed. */
export const Report = z.object({
  at: z.iso.datetime(),
  /** Whose: the name of a server; empty: looked at from the command line. */
  node: z.string(),
  host: z.string(),
  release: z.string(),
  /** The worst of what was found. */
  state: z.enum(['ok', 'warning', 'failure']),
  findings: z.array(
    z.object({
      check: z.string(),
      place: z.string().optional(),
      severity: z.enum(['ok', 'warning', 'failure', 'unknown']),
      measured: z.string(),
      threshold: z.string(),
      repair: z.string(),
      stopsPublic: z.boolean(),
      data: z.record(z.string(), z.union([z.number(), z.string()])).optional(),
    }),
  ),
});
export type Report = z.infer<typeof Report>;

export const reportOf = (findings: readonly Finding[], at: Date, node = ''): Report => ({
  at: at.toISOString(),
  node,
  host: hostname(),
  release: version,
  state: worst(findings),
  findings: findings.map((each) => ({
    ...each,
    // JSON knows no infinity.
    ...(each.data && { data: finite(each.data) }),
  })),
});

const finite = (data: Readonly<Record<string, number | string>>) =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      typeof value === 'number' && !Number.isFinite(value) ? -1 : value,
    ]),
  );
