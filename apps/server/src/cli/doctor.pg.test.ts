import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DoctorReport } from '@rondo/contract';
import { expect, it, onTestFinished } from 'vitest';
import { freshDatabase } from '../testing/postgres.ts';
import { rondo, type Ran } from './testing/rondo.ts';

function doctor(environment: Record<string, string>, ...args: string[]): Promise<Ran> {
  const data = mkdtempSync(join(tmpdir(), 'rondo-doctor-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  return rondo({ RONDO_DATA: data, ...environment }, ['doctor', ...args]);
}

it('the exit code tells the worst; without a server there is a database all the same', async () => {
  const DATABASE_URL = await freshDatabase();
  const [well, bad] = await Promise.all([
    doctor({ DATABASE_URL }, 'database-role', 'database-schema'),
    doctor({ DATABASE_URL }, 'database-role', 'database-safety'),
  ]);
  expect(well).toMatchObject({ code: 0, said: expect.stringMatching(/^Is well[^]*^Well: 0/m) });
  expect(bad.code).toBe(2);
  expect(bad.said).toContain('FAIL  database-safety: fsync\n      is      off\n');
  expect(bad.said).not.toContain('\u001b');
});

it('with --json it is a report; a database that is away is one of its findings', async () => {
  const ran = await doctor({ DATABASE_URL: 'postgres://localhost:1/none' }, '--inside', '--json');
  const report = DoctorReport.parse(JSON.parse(ran.said));
  expect([ran.code, report.scope, report.state]).toEqual([2, 'all', 'failure']);
  expect(report.findings[0]).toMatchObject({ check: 'database', measured: 'no answer' });
  expect(report.findings.some(({ check }) => check === 'public-address')).toBe(false);
});

it('warnings alone are exit code 1', async () => {
  const environment = { RONDO_MAIL_FROM: 'rondo@example.org' };
  expect((await doctor(environment, 'settings')).code).toBe(1);
});

it('a check that does not exist is refused with the list of those that do', async () => {
  const { code, complained } = await doctor({}, 'disc');
  expect([code, complained]).toEqual([1, expect.stringContaining('There is no disc: ')]);
  expect(complained).toContain('  disk: ');
});

it('the ledger of a database that has seen nobody is a table without figures', async () => {
  const DATABASE_URL = await freshDatabase();
  const { code, said } = await rondo({ DATABASE_URL }, ['ledger']);
  expect(code).toBe(0);
  expect(said).toMatch(/^Fri( +·){24}$/m);
});
