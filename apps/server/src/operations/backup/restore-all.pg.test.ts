import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ownDatabase } from '../../database/database.ts';
import { startEmbedded } from '../../database/embedded/embedded.ts';
import { migrate, readMigrations } from '../../database/migrate.ts';
import { readSettings } from '../../settings/read.ts';
import { secretOf } from '../../settings/secrets.ts';
import { freshDatabase } from '../../testing/postgres.ts';
import { openBackup, type Backup } from './open.ts';
import { restoreAll } from './restore-all.ts';
import { takeBackup } from './take.ts';
import { on } from './testing/on.ts';
import { temporary } from './testing/temporary.ts';

const secret = 'a secret of more than thirty-two characters';
const PASSPHRASE = 'three ducks in a row';

const mail = (recipient: string): string =>
  `insert into mail (id, recipient, subject, html, text, kind)
   values (gen_random_uuid(), '${recipient}', '', '', '', 'outcome')`;

const ADA = { recipient: 'ada@example.org' };

async function sealedBackup(): Promise<Backup> {
  const url = await freshDatabase();
  await on(url, (client) => client.query(mail(ADA.recipient)));
  const file = join(temporary(), 'a.tar.zst.sealed');
  await takeBackup({ url, file, passphrase: PASSPHRASE, secret });
  return openBackup(file, PASSPHRASE);
}

/** What the embedded database of a data folder holds, after something was done to it and while somebody works with it. */
async function recipientsIn(
  data: string,
  { sql = 'select', meanwhile }: { sql?: string; meanwhile?: () => Promise<void> } = {},
): Promise<unknown[]> {
  const embedded = await startEmbedded(join(data, 'postgres'), { fleeting: true });
  try {
    return await on(await ownDatabase(embedded), async (client) => {
      await migrate(client, readMigrations());
      await client.query(sql);
      await meanwhile?.();
      return (await client.query('select recipient from mail order by 1')).rows;
    });
  } finally {
    await embedded.stop();
  }
}

it('on an empty machine everything is there, with the secret', async () => {
  const data = join(temporary(), 'data');
  const settings = readSettings({ RONDO_DATA: data });
  const { notes } = await restoreAll(settings, await sealedBackup(), { replace: false });
  expect(notes).toEqual([]);
  expect(secretOf(settings)).toBe(secret);
  expect(await recipientsIn(data)).toEqual([ADA]);
});

it('what was there before is kept, and is not touched while it runs or unless that is wanted', async () => {
  const backup = await sealedBackup();
  const data = join(temporary(), 'data');
  const settings = readSettings({ RONDO_DATA: data });
  const bo = { recipient: 'bo@example.org' };
  expect(await recipientsIn(data, { sql: mail(bo.recipient) })).toEqual([bo]);

  await expect(restoreAll(settings, backup, { replace: false })).rejects.toThrow('--replace');
  const meanwhile = () =>
    expect(restoreAll(settings, backup, { replace: true })).rejects.toThrow('Stop it first');
  expect(await recipientsIn(data, { meanwhile })).toEqual([bo]);

  const { notes } = await restoreAll(settings, backup, { replace: true });
  expect(notes).toEqual([expect.stringContaining('is kept in')]);
  expect(await recipientsIn(data)).toEqual([ADA]);
  const kept = readdirSync(join(data, 'postgres')).filter((name) => name.includes('before'));
  expect(kept).toHaveLength(1);
});

it('an own secret is put aside for that of the backup; without one, it is said what follows', async () => {
  const url = await freshDatabase();
  const folder = temporary();
  const [sealed, plain] = [join(folder, 'sealed'), join(folder, 'plain')];
  await takeBackup({ url, file: sealed, passphrase: PASSPHRASE, secret });
  await takeBackup({ url, file: plain, passphrase: undefined, secret });
  const target = (): Promise<string> => freshDatabase({ empty: true });

  const data = join(temporary(), 'data');
  mkdirSync(data);
  const own = secretOf(readSettings({ RONDO_DATA: data }));
  const settings = readSettings({ RONDO_DATA: data, DATABASE_URL: await target() });
  const { notes } = await restoreAll(settings, await openBackup(sealed, PASSPHRASE), {
    replace: false,
  });
  expect(secretOf(settings)).toBe(secret);
  const aside = /kept in (\S+\.json)/.exec(notes.join())?.[1] ?? '';
  expect(readFileSync(aside, 'utf8')).toContain(own);

  const other = readSettings({ RONDO_SECRET: 'x'.repeat(32), DATABASE_URL: await target() });
  const backup = await openBackup(sealed, PASSPHRASE);
  expect((await restoreAll(other, backup, { replace: false })).notes).toEqual([
    expect.stringContaining('RONDO_SECRET is another one'),
  ]);
  const without = readSettings({ RONDO_DATA: data, DATABASE_URL: await target() });
  const bare = await restoreAll(without, await openBackup(plain, undefined), { replace: false });
  expect(bare.notes).toEqual([expect.stringContaining('sign in again')]);
});
