import { CannotStart } from '../cannot-start.ts';
import { makeLog } from '../log.ts';
import { openBackup } from '../operations/backup/open.ts';
import { verifyBackup, type Verified } from '../operations/backup/verify.ts';
import { recordRun } from '../operations/runs/runs.ts';
import type { Settings } from '../settings/list.ts';
import { readSettings } from '../settings/read.ts';
import type { Command } from './command.ts';
import { passphraseIn } from './passphrase-file.ts';
import { withDatabaseIfThere } from './with-database-if-there.ts';
import { readWords } from './words.ts';

export const verifyBackupCommand: Command = {
  usage: 'verify-backup <file> [--passphrase-file <file>]',
  means: 'restores a backup into a database that is thrown away again, and compares',
  run: async (args) => {
    const { words, named } = readWords(args, {
      names: ['passphrase-file'],
      flags: [],
      usage: verifyBackupCommand.usage,
    });
    const [file] = words;
    if (file === undefined || words.length > 1) {
      throw new CannotStart(`rondo ${verifyBackupCommand.usage}`);
    }
    const settings = readSettings(process.env);
    const given = named['passphrase-file'];
    const passphrase = given === undefined ? settings.backupPassphrase : passphraseIn(given);
    let verified: Verified;
    let encrypted: boolean;
    try {
      const backup = await openBackup(file, passphrase);
      encrypted = backup.secret !== undefined;
      verified = await verifyBackup(backup);
    } catch (error) {
      await writeDown(settings, false, {
        why: error instanceof CannotStart ? error.message : 'defect',
      });
      throw error;
    }
    const { rows, tables, seconds, running, broken, leftOut } = verified;
    const result = { rows, tables, seconds, running, broken: broken.length, encrypted };
    await writeDown(settings, broken.length === 0, result);
    console.log(`${rows} rows of ${tables} tables are as they were, restored in ${seconds} s.`);
    console.log(
      running === 0
        ? 'No meeting was running then.'
        : `${running - broken.length} of ${running} running meetings can go on.`,
    );
    if (leftOut.length > 0) {
      console.log(`No release of Rondo makes these tables: ${leftOut.join(', ')}.`);
    }
    for (const id of broken) console.log(`The log of meeting ${id} is not whole.`);
    return broken.length === 0 ? 0 : 1;
  },
};

/** In the server's database, for the doctor; a backup may also be looked at where there is none. */
async function writeDown(settings: Settings, succeeded: boolean, result: object): Promise<void> {
  try {
    await withDatabaseIfThere(settings, makeLog('silent'), async (db) => {
      if (db) await recordRun(db, 'restore-test', { succeeded, result });
    });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    console.log(`This could not be written down in the database of the server: ${said}`);
  }
}
