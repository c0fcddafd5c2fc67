import { hostname } from 'node:os';
import { DoctorReport } from '@rondo/contract';
import { version } from '../../version.ts';
import type { Finding } from './check.ts';
import { worst } from './examine.ts';

export { DoctorReport as Report };

/** What `rondo doctor --json` prints and an examination leaves behind. */
export const reportOf = (
  findings: readonly Finding[],
  { at, scope, node = '' }: { at: Date; scope: DoctorReport['scope']; node?: string },
): DoctorReport => ({
  at: at.toISOString(),
  scope,
  node,
  host: hostname(),
  release: version,
  state: worst(findings),
  findings: findings.map((each) => ({ ...each, data: finite(each.data ?? {}) })),
});

/** JSON knows no infinity. */
const finite = (data: NonNullable<Finding['data']>): Record<string, number | string> =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      typeof value === 'number' && !Number.isFinite(value) ? -1 : value,
    ]),
  );
