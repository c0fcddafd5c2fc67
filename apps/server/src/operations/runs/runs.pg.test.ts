import { expect, it } from 'vitest';
import { testDatabase } from '../../testing/database.ts';
import { latestRun, recordRun } from './runs.ts';

const { db } = await testDatabase();

it('the last run of a kind is known, and the last one that went well', async () => {
  expect(await latestRun(db, 'backup')).toBeUndefined();
  await recordRun(db, 'backup', { succeeded: true, result: { rows: 7 } });
  await recordRun(db, 'backup', { succeeded: false, result: { why: 'disk full' } });
  await recordRun(db, 'doctor', { succeeded: true, result: {} });
  expect(await latestRun(db, 'backup')).toMatchObject({ succeeded: false });
  expect(await latestRun(db, 'backup', { onlyGood: true })).toMatchObject({ result: { rows: 7 } });
});
