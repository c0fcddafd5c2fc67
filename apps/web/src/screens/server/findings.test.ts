import type { DoctorReport } from '@rondo/contract';
import { describe, expect, test } from 'vitest';
import { examined, failuresIn, type Severity } from './findings.ts';

type Found = DoctorReport['findings'][number];

const found = (check: string, severity: Severity, more: Partial<Found> = {}): Found => ({
  check,
  severity,
  measured: 'this',
  threshold: 'that',
  repair: '',
  stopsPublic: false,
  data: {},
  ...more,
});

const report = (findings: Found[], more: Partial<DoctorReport> = {}): DoctorReport => ({
  at: '2027-03-12T09:00:00Z',
  scope: 'machine',
  node: 'one',
  host: 'rondo-1',
  release: '1.0.0',
  state: 'ok',
  findings,
  ...more,
});

describe('what was found', () => {
  test('stands under its check once, what stops a start first', () => {
    const { failures, warnings } = examined([
      report([
        found('memory', 'failure'),
        found('disk', 'failure', { place: '/data' }),
        found('disk', 'failure', { place: '/data, number of files', stopsPublic: true }),
        found('disk', 'warning', { place: '/other' }),
      ]),
    ]);
    expect(failures.map(({ check, stops }) => [check, stops])).toEqual([
      ['disk', true],
      ['memory', false],
    ]);
    expect(warnings.map(({ check }) => check)).toEqual(['disk']);
  });

  test('is one thing to mend where the same line mends it at several places', () => {
    const [matter] = examined([
      report([
        found('system', 'failure', { place: 'a', repair: 'sysctl x' }),
        found('system', 'failure', { place: 'b', repair: 'sysctl y' }),
        found('system', 'failure', { place: 'c', repair: 'sysctl x' }),
      ]),
    ]).failures;
    expect(matter?.repairs.map(({ repair, seen }) => [repair, seen.map((s) => s.place)])).toEqual([
      ['sysctl x', ['a', 'c']],
      ['sysctl y', ['b']],
    ]);
  });

  test('names the machine where there are several, and only of what is the machine’s', () => {
    const one = report([found('memory', 'failure')]);
    const two = report([found('memory', 'failure')], { node: 'two', host: 'rondo-2' });
    const shared = report([found('backup', 'failure')], { scope: 'shared' });
    const hosts = (reports: DoctorReport[]) =>
      examined(reports).failures.flatMap(({ repairs }) =>
        repairs.flatMap(({ seen }) => seen.map(({ host }) => host)),
      );
    expect(hosts([one, shared])).toEqual([null, null]);
    expect(hosts([one, two, shared])).toEqual(['rondo-1', 'rondo-2', null]);
  });

  test('is well only where nothing of the same check is worse', () => {
    const { well } = examined([
      report([found('memory', 'ok'), found('disk', 'ok'), found('disk', 'unknown')]),
    ]);
    expect(well.map(({ check }) => check)).toEqual(['memory']);
  });

  test('and could not be looked at for the same reason stands together', () => {
    const away = { measured: 'the database is away', repair: 'Mend the database first.' };
    const { unseen } = examined([
      report([
        found('clock', 'unknown', away),
        found('backup', 'unknown', away),
        found('disk', 'unknown', { repair: 'Look there.' }),
      ]),
    ]);
    expect(unseen.map(({ seen }) => seen.map(({ check }) => check))).toEqual([
      ['clock', 'backup'],
      ['disk'],
    ]);
  });
});

test('what has to be mended is counted by check', () => {
  expect(failuresIn([])).toBe(0);
  expect(
    failuresIn([
      report([found('disk', 'failure'), found('disk', 'failure'), found('mail', 'warning')]),
      report([found('disk', 'failure'), found('memory', 'failure')], { node: 'two' }),
    ]),
  ).toBe(2);
});
