import { resolve } from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { auditHead } from '../operations/audit/verify.ts';
import { placeFor, placeIn } from '../operations/backup/backup-files.ts';
import { backUp } from '../operations/backup/record.ts';
import { backupFolder } from '../operations/backup/schedule.ts';
import { needLength } from '../operations/sealed/passphrase.ts';
import { secretOf } from '../settings/secrets.ts';
import type { Command } from './command.ts';
import { passphraseIn } from './passphrase-file.ts';
import { withDatabase } from './with-database.ts';
import { readWords } from './words.ts';

export const backup: Command = {
  usage: 'backup [--to <file or folder>] [--passphrase-file <file>] [--keep <number>]',
  means: 'all data of this moment in one file; the server may go on',
  run: async (args) => {
    const { words, named } = readWords(args, {
      names: ['to', 'passphrase-file', 'keep'],
      flags: [],
      usage: backup.usage,
    });
    const many = named.keep === undefined ? undefined : Number(named.keep);
    if (words.length > 0 || (many !== undefined && !(Number.isInteger(many) && many > 0))) {
      throw new CannotStart(`rondo ${backup.usage}`);
    }
    await withDatabase(async ({ db, url }, settings) => {
      const file = named['passphrase-file'];
      const given = file === undefined ? settings.backupPassphrase : passphraseIn(file);
      const passphrase = given === undefined ? undefined : needLength(given);
      const [now, isSealed] = [new Date(), passphrase !== undefined];
      const place =
        named.to === undefined
          ? placeIn(resolve(backupFolder(settings)), now, isSealed)
          : placeFor(resolve(named.to), now, isSealed);
      if (many !== undefined && place.folder === undefined) {
        throw new CannotStart('--keep is for folders: leave it out, or name a folder with --to.');
      }
      const keep = many && place.folder ? { folder: place.folder, many } : undefined;
      const wish = { url, file: place.file, passphrase, secret: secretOf(settings) };
      const made = await backUp(db, wish, keep);
      console.log(
        `${made.file}\n${made.rows} rows of ${made.tables} tables, ${size(made.bytes)}, in ${made.seconds} s`,
      );
      const { n, hash } = await auditHead(db);
      console.log(`Audit log: ${n}:${hash}`);
      console.log(
        made.encrypted
          ? 'Sealed, with the secret of the server: keep the passphrase apart from it.'
          : 'Not sealed: whoever has the file can read it. The secret of the server is not in it; without that, people have to sign in again. Say --passphrase-file to have both.',
      );
    });
  },
};

function size(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
