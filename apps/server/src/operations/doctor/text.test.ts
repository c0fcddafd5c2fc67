import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { doctorFamilies } from './families.ts';
import { finding, notSeen } from './finding.ts';
import { reportOf, Report } from './report.ts';
import { textOf } from './text.ts';

const seen = { measured: 'limit 1,024', threshold: 'at least 2,448', repair: 'ulimit -n 8192' };
const findings = [
  finding('file-descriptors', 'failure', {
    ...seen,
    place: 'process 7',
    data: { limit: Infinity },
  }),
  finding('disk', 'warning', { measured: '9 GB', threshold: '20 GB', repair: 'Delete something.' }),
  notSeen('clock', 'the database is away', 'Mend it.'),
  notSeen('backup', 'the database is away', 'Mend it.'),
  finding('disk', 'ok', { measured: 'much', threshold: 'much', repair: '' }),
];
const means = new Map([['disk', 'a fifth of the disk is free']]);

it('text for a terminal: the worst first, what is alike together, what is well in a line', () => {
  expect(textOf(findings, { means, coloured: false })).toBe(
    `Has to be mended (1)
FAIL  file-descriptors: process 7
      is      limit 1,024
      should  at least 2,448
      repair  ulimit -n 8192
      more    docs/doctor.md#file-descriptors

Is worth mending (1)
WARN  disk
      is      9 GB
      should  20 GB
      repair  Delete something.
      more    docs/doctor.md#disk

Could not be looked at from here (2)
?     clock, backup
      as      the database is away
      try     Mend it.

Is well (1)
ok    disk  a fifth of the disk is free (much)

Not well: 1 to be mended, 1 worth mending, 2 not seen, 1 well.`,
  );
});

it('colours change nothing but the colour', () => {
  const plain = textOf(findings, { means, coloured: false });
  const coloured = textOf(findings, { means, coloured: true });
  expect(coloured).toContain('\u001b[31m');
  expect(plain).not.toContain('\u001b');
  expect(stripVTControlCharacters(coloured)).toBe(plain);
});

const report = reportOf(findings, { at: new Date(0), scope: 'machine', node: 'n' });

it('a report is JSON that reads back as the same', () => {
  expect(Report.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  expect(report).toMatchObject({ state: 'failure', at: '1970-01-01T00:00:00.000Z' });
  expect(report.findings[0]?.data).toEqual({ limit: -1 });
});

it('metrics: the worst of each check; what was not seen is left out', () => {
  const [grades, times] = doctorFamilies([report, { ...report, scope: 'shared', findings: [] }]);
  expect(grades?.samples).toEqual([
    { labels: { check: 'disk' }, value: 1 },
    { labels: { check: 'file-descriptors' }, value: 2 },
  ]);
  expect(times?.samples.map(({ labels }) => labels)).toEqual([
    { scope: 'machine' },
    { scope: 'shared' },
  ]);
});
