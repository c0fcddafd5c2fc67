import { expect, it } from 'vitest';
import { AS_OF, NODE, POSTGRES, SYSTEMS } from '../lifetimes.ts';
import { found, world } from '../testing/world.ts';
import { runtimeAges } from './runtime-ages.ts';

const on = (day: string, nodeVersion: string, release = '') =>
  world({
    now: () => Date.parse(`${day}T12:00:00Z`),
    machine: { nodeVersion },
    files: { '/etc/os-release': release },
  });

it.each([
  ['2026-04-30', '20.20.0', 'warning'],
  ['2026-05-01', '20.20.0', 'failure'],
  ['2025-11-01', '20.20.0', 'ok'],
  ['2025-11-02', '20.20.0', 'warning'],
  ['2026-11-23', '22.1.0', 'warning'],
  ['2026-11-23', '24.1.0', 'ok'],
  ['2026-11-23', '26.10.0', 'ok'],
  ['2026-11-23', '99.0.0', 'unknown'],
])('on %s, Node.js %s: %s', async (day, version, expected) => {
  const place = `Node.js ${version.split('.')[0]}`;
  expect((await found(runtimeAges, on(day, version), place)).severity).toBe(expected);
});

it.each([
  ['2025-12-11', 'ID=debian\nVERSION_ID="12"\n', 'debian 12', 'ok'],
  ['2025-12-13', 'ID=debian\nVERSION_ID="12"\n', 'debian 12', 'warning'],
  ['2028-06-30', 'ID=debian\nVERSION_ID="12"\n', 'debian 12', 'warning'],
  ['2028-07-01', 'ID=debian\nVERSION_ID="12"\n', 'debian 12', 'failure'],
  ['2026-11-23', 'NAME="Ubuntu"\nID=ubuntu\nVERSION_ID="24.04"\n', 'ubuntu 24.04', 'ok'],
  ['2026-11-23', 'ID=alpine\nVERSION_ID=3.22\n', 'alpine 3.22', 'unknown'],
  ['2026-11-23', 'ID=arch\n', 'arch', 'unknown'],
])('on %s, a system that says %j: %s is %s', async (day, release, place, expected) => {
  expect((await found(runtimeAges, on(day, '26.0.0', release), place)).severity).toBe(expected);
});

it.each([
  ['2026-01-01', 'security updates until 2026-06-10, 160 days more'],
  ['2026-06-10', 'security updates until 2026-06-10, 0 days more'],
  ['2026-11-23', 'security updates until 2026-06-10, in parts 2028-06-30, 585 days more'],
  ['2028-07-01', 'without security updates since 2028-06-30'],
])('on %s, what is said of a Debian 12: %s', async (day, measured) => {
  const context = on(day, '26.0.0', 'ID=debian\nVERSION_ID="12"\n');
  expect(await found(runtimeAges, context, 'debian 12')).toMatchObject({ measured });
});

it.each([
  [180, 'ok'],
  [181, 'warning'],
])('dates that were looked up %s days ago: %s', async (days, expected) => {
  const day = new Date(Date.parse(AS_OF) + days * 86_400_000).toISOString().slice(0, 10);
  const { severity } = await found(runtimeAges, on(day, '26.0.0'), 'the dates themselves');
  expect(severity).toBe(expected);
});

it('every date is one, and long support is longer', () => {
  for (const [what, { ends, longUntil = '9999-01-01' }] of [NODE, SYSTEMS, POSTGRES].flatMap(
    Object.entries,
  )) {
    expect(new Date(ends).toISOString().slice(0, 10), what).toBe(ends);
    expect(longUntil > ends, what).toBe(true);
  }
});

it('knows the Node.js that runs this, and the PostgreSQL that Rondo brings along', async () => {
  expect(Object.keys(NODE)).toContain(process.versions.node.split('.')[0]);
  expect(Object.keys(POSTGRES)).toContain('18');
});
