import { expect, it } from 'vitest';
import { judgeSafety, type Safety } from './database-safety.ts';

const safe: Safety = {
  fsync: 'on',
  fullPageWrites: 'on',
  synchronousCommit: 'on',
  checksums: 'on',
  isReplica: false,
  age: 1_000,
  lag: null,
  kept: null,
};

it('a PostgreSQL as it comes is well', () => {
  expect(judgeSafety(safe).filter(({ severity }) => severity !== 'ok')).toEqual([]);
});

it.each<[Partial<Safety>, string, string, boolean]>([
  [{ fsync: 'off' }, 'fsync', 'failure', true],
  [{ fullPageWrites: 'off' }, 'full_page_writes', 'failure', true],
  [{ synchronousCommit: 'off' }, 'synchronous_commit', 'failure', true],
  [{ synchronousCommit: 'local' }, 'synchronous_commit', 'ok', false],
  [{ synchronousCommit: 'remote_apply' }, 'synchronous_commit', 'ok', false],
  [{ checksums: 'off' }, 'data_checksums', 'warning', false],
  [{ isReplica: true }, 'primary', 'failure', true],
  [{ age: 1e9 }, 'transaction numbers', 'ok', false],
  [{ age: 1e9 + 1 }, 'transaction numbers', 'warning', false],
  [{ age: 1.8e9 }, 'transaction numbers', 'warning', false],
  [{ age: 1.8e9 + 1 }, 'transaction numbers', 'failure', false],
  [{ lag: 1e8 }, 'replication', 'ok', false],
  [{ lag: 1e8 + 1 }, 'replication', 'warning', false],
  [{ lag: 1e9 }, 'replication', 'warning', false],
  [{ lag: 1e9 + 1 }, 'replication', 'failure', false],
  [{ kept: 1e9 }, 'replication slots', 'ok', false],
  [{ kept: 1e9 + 1 }, 'replication slots', 'warning', false],
  [{ kept: 1e10 }, 'replication slots', 'warning', false],
  [{ kept: 1e10 + 1 }, 'replication slots', 'failure', false],
])('%j: %s is %s', (change, place, severity, stopsPublic) => {
  const findings = judgeSafety({ ...safe, ...change });
  expect(findings.find((each) => each.place === place)).toMatchObject({ severity, stopsPublic });
  const bad = findings.filter((each) => each.severity !== 'ok').map((each) => each.place);
  expect(bad).toEqual(severity === 'ok' ? [] : [place]);
});
