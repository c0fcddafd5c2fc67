import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSettings } from '../../settings/read.ts';
import { testServer } from '../../testing/server.ts';
import { openBackup } from './open.ts';
import { backupEveryHours } from './schedule.ts';
import { temporary } from './testing/temporary.ts';

const RONDO_BACKUP_PASSPHRASE = 'three ducks in a row';
const DATABASE_URL = 'postgres://localhost/rondo';

it('comes once a day where Rondo runs its own PostgreSQL, else when it is asked for', () => {
  const hours = (environment: Record<string, string>): number =>
    backupEveryHours(readSettings(environment));
  expect(hours({})).toBe(24);
  expect(hours({ RONDO_BACKUP_EVERY_HOURS: '0' })).toBe(0);
  expect(hours({ DATABASE_URL })).toBe(0);
  expect(hours({ DATABASE_URL, RONDO_BACKUP_EVERY_HOURS: '6' })).toBe(6);
});

it('by itself, there is one backup for all servers when it is time, and old ones go', async () => {
  const folder = temporary();
  const one = await testServer({
    RONDO_BACKUP_EVERY_HOURS: '2',
    RONDO_BACKUP_FOLDER: folder,
    RONDO_BACKUP_KEEP: '2',
    RONDO_BACKUP_PASSPHRASE,
    RONDO_SECRET: 's'.repeat(32),
  });
  const two = await testServer(one.environment);
  const { db, jobs } = one.app;
  const done = async (): Promise<number> => {
    const figures = await Promise.all([jobs.figures(), two.app.jobs.figures()]);
    return figures.reduce((sum, each) => sum + (each.done.get('backup') ?? 0), 0);
  };
  const hourly = async (): Promise<string[]> => {
    const before = await done();
    await jobs.add('backup', null, db);
    await expect.poll(done, { timeout: 30_000 }).toBe(before + 1);
    return readdirSync(folder).sort();
  };

  const [made = '', ...more] = await hourly();
  expect(more).toEqual([]);
  const backup = await openBackup(join(folder, made), RONDO_BACKUP_PASSPHRASE);
  expect(backup.secret).toBe('s'.repeat(32));
  expect(await hourly()).toEqual([made]);

  await db
    .updateTable('operation_run')
    .set({ at: new Date(Date.now() - 2 * 3_600_000) })
    .where('kind', '=', 'backup')
    .execute();
  const [older, oldest] = [2021, 2020].map((year) => `rondo-${year}-01-01T000000Z.tar.zst.sealed`);
  renameSync(join(folder, made), join(folder, older!));
  for (const other of [oldest!, 'notes.txt']) writeFileSync(join(folder, other), '');
  const left = await hourly();
  expect(left).toHaveLength(3);
  expect(left).toEqual(expect.arrayContaining(['notes.txt', older]));
});
