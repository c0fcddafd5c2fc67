import { expect, it } from 'vitest';
import type { Check, Severity } from './check.ts';
import type { DoctorContext } from './context.ts';
import { examine, worst } from './examine.ts';
import { finding } from './finding.ts';
import { world } from './testing/world.ts';

const check = (id: string, run: Check<DoctorContext>['run']): Check<DoctorContext> => ({
  id,
  means: id,
  scope: 'shared',
  run,
});
const of = (id: string, severity: Severity) =>
  finding(id, severity, { measured: '1', threshold: '2', repair: 'mend it', stopsPublic: true });

it('the worst comes first', async () => {
  const all = (['ok', 'warning', 'unknown', 'failure'] as const).map((severity) =>
    check(severity, async () => [of(severity, severity)]),
  );
  const findings = await examine(world(), all);
  expect(findings.map((each) => each.check)).toEqual(['failure', 'warning', 'unknown', 'ok']);
});

it('a check that breaks is reported, and the others are done', async () => {
  const broken = check('broken', () => Promise.reject(new Error('no such thing')));
  const well = check('well', async () => [of('well', 'ok')]);
  expect(await examine(world(), [broken, well])).toMatchObject([
    { check: 'broken', severity: 'unknown', measured: 'the check broke: no such thing' },
    { check: 'well', severity: 'ok' },
  ]);
});

it('a table that is not there is said to be of another release', async () => {
  const missing = Object.assign(new Error('relation "peak" does not exist'), { code: '42P01' });
  const early = check('early', () => Promise.reject(missing));
  expect((await examine(world(), [early]))[0]?.measured).toBe(
    'the database was made by another release',
  );
});

it.each<[Severity[], string]>([
  [[], 'ok'],
  [['ok', 'unknown'], 'ok'],
  [['ok', 'warning', 'unknown'], 'warning'],
  [['warning', 'failure', 'ok'], 'failure'],
])('the worst of %j is %s', (severities, expected) => {
  expect(worst(severities.map((severity) => of('x', severity)))).toBe(expected);
});

it('only what is bad needs a repair, and only a failure stops anything', () => {
  const shown = (['ok', 'unknown', 'warning', 'failure'] as const).map((severity) => {
    const { repair, stopsPublic } = of('x', severity);
    return [repair, stopsPublic];
  });
  expect(shown).toEqual([
    ['', false],
    ['mend it', false],
    ['mend it', false],
    ['mend it', true],
  ]);
});
