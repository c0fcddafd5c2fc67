import { CannotStart } from '../cannot-start.ts';
import { openBackup } from '../operations/backup/open.ts';
import { restoreAll } from '../operations/backup/restore-all.ts';
import { readSettings } from '../settings/read.ts';
import type { Command } from './command.ts';
import { passphraseIn } from './passphrase-file.ts';
import { readWords } from './words.ts';

export const restore: Command = {
  usage: 'restore <file> [--passphrase-file <file>] [--replace]',
  means: 'what a backup holds, into an empty database; --replace keeps the present one beside it',
  run: async (args) => {
    const { words, named, flags } = readWords(args, {
      names: ['passphrase-file'],
      flags: ['replace'],
      usage: restore.usage,
    });
    const [file] = words;
    if (file === undefined || words.length > 1) throw new CannotStart(`rondo ${restore.usage}`);
    const settings = readSettings(process.env);
    const given = named['passphrase-file'];
    const passphrase = given === undefined ? settings.backupPassphrase : passphraseIn(given);
    const backup = await openBackup(file, passphrase);
    const done = await restoreAll(settings, backup, { replace: flags.has('replace') });
    const { contents } = backup;
    console.log(
      `Everything of ${contents.at} (Rondo ${contents.release}) is here: ${done.restored.rows} rows of ${done.restored.tables} tables, in ${done.restored.seconds} s.`,
    );
    for (const note of done.notes) console.log(note);
  },
};
