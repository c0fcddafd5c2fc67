import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { testDatabase } from '../../testing/database.ts';
import type { Severity } from '../doctor/check.ts';
import { finding } from '../doctor/finding.ts';
import { reportOf } from '../doctor/report.ts';
import { recordRun } from '../runs/runs.ts';
import { measuredHandshakes } from './drain-rate.ts';

const { db } = await testDatabase();
beforeEach(async () => void (await sql`delete from operation_run`.execute(db)));

const said = { measured: '', threshold: '', repair: '' };
const wayIn = (severity: Severity, handshakesPerSecond: number) =>
  finding('public-address', severity, { ...said, data: { people: 50, handshakesPerSecond } });

async function examined(...findings: ReturnType<typeof wayIn>[]): Promise<void> {
  const result = reportOf(findings, { at: new Date(), scope: 'outside' });
  await recordRun(db, 'doctor', { succeeded: result.state !== 'failure', result });
}

async function examinedItself(): Promise<void> {
  const result = reportOf([], { at: new Date(), scope: 'machine', node: 'one' });
  await recordRun(db, 'doctor', { succeeded: true, result });
}

it('is what the doctor has measured from outside, whatever else it has found, then and since', async () => {
  expect(await measuredHandshakes(db)).toBeUndefined();
  await examined(finding('mail', 'failure', said), wayIn('warning', 40));
  await examinedItself();
  expect(await measuredHandshakes(db)).toBe(40);
});

it('is not what was measured while people were turned away', async () => {
  await examined(wayIn('failure', 900));
  expect(await measuredHandshakes(db)).toBeUndefined();
});

it('is rather what a rehearsal has measured, with as many people as come', async () => {
  await recordRun(db, 'rehearsal', { succeeded: true, result: { handshakesPerSecond: 700 } });
  await examined(wayIn('ok', 40));
  expect(await measuredHandshakes(db)).toBe(700);
});
