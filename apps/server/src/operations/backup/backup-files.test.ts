import { join } from 'node:path';
import { expect, it } from 'vitest';
import { backupName, placeFor } from './backup-files.ts';
import { openBackup } from './open.ts';
import { temporary } from './testing/temporary.ts';

const AT = new Date('2026-11-23T04:05:06Z');
const NAME = backupName(AT, true);

it('goes into a folder under the time, or is called what somebody has typed', () => {
  const folder = temporary();
  expect(placeFor(folder, AT, true)).toEqual({ file: join(folder, NAME), folder });
  const made = join(folder, 'later');
  expect(placeFor(made, AT, true)).toEqual({ file: join(made, NAME), folder: made });
  for (const name of ['moving.backup', 'a.tar.zst', 'a.tar.zst.sealed']) {
    expect(placeFor(join(folder, name), AT, true)).toEqual({ file: join(folder, name) });
  }
});

it('is not opened by the name of its folder', async () => {
  const folder = temporary();
  await expect(openBackup(folder, undefined)).rejects.toThrow(`${folder} is a folder`);
});
