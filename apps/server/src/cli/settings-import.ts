import { CannotStart } from '../cannot-start.ts';
import { openDatabase, type Db } from '../database/database.ts';
import { makeLog } from '../log.ts';
import { readBundle } from '../operations/bundle/bundle-file.ts';
import { configurationFiles } from '../operations/bundle/files.ts';
import { importReport } from '../operations/bundle/import-report.ts';
import { install, planned } from '../operations/bundle/install.ts';
import { limitsOf } from '../operations/bundle/limits.ts';
import { addPeaks } from '../operations/bundle/peaks.ts';
import { versionsOf } from '../operations/bundle/versions.ts';
import { thisMachine } from '../operations/doctor/machine.ts';
import type { Settings } from '../settings/list.ts';
import { passphraseFrom } from './bundle-passphrase.ts';
import type { Command } from './command.ts';
import { namesIn } from './names.ts';
import { readWords } from './words.ts';

export const settingsImport: Command = {
  usage:
    'settings import <file> [--write rondo.env] [--keep DATABASE_URL,…] [--no-ledger] [--dry-run] [--force] [--passphrase-file <file>]',
  means: 'makes this machine the one that a sealed file describes; says what is left to do by hand',
  run: async (args) => {
    const { words, named, flags } = readWords(args, {
      names: ['write', 'keep', 'passphrase-file'],
      flags: ['no-ledger', 'dry-run', 'force'],
      usage: settingsImport.usage,
    });
    const [from, more] = words;
    if (from === undefined || more !== undefined) {
      throw new CannotStart(`rondo ${settingsImport.usage}`);
    }
    const passphrase = await passphraseFrom(named['passphrase-file'], process.env, {
      isNew: false,
    });
    const bundle = await readBundle(from, passphrase);
    const keep = namesIn(named.keep);
    const installation = planned(bundle, process.env, keep);
    const file = named.write ?? 'rondo.env';
    const isDryRun = flags.has('dry-run');
    if (!isDryRun) install(installation, file, { force: flags.has('force') });

    const { settings } = installation;
    const withLedger = !isDryRun && !flags.has('no-ledger');
    const { minutes, versions } = await inDatabase(
      withLedger ? settings : undefined,
      async (db) => {
        return {
          minutes: db ? await addPeaks(db, bundle.peaks) : undefined,
          versions: await versionsOf(db, thisMachine, settings.bus),
        };
      },
    );
    const here = {
      limits: limitsOf(thisMachine, process.pid),
      files: configurationFiles(),
      versions,
    };
    console.log(importReport({ bundle, here, installation, file, minutes, isDryRun }));
  },
};

/** With the database that a start would use, made and brought up to date like there. */
async function inDatabase<T>(
  settings: Settings | undefined,
  work: (db: Db | undefined) => Promise<T>,
): Promise<T> {
  if (!settings) return work(undefined);
  try {
    const database = await openDatabase(settings, makeLog('error'));
    try {
      return await work(database.db);
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    throw new CannotStart(
      `${error.message}\nThe settings are written, the peak ledger is not: import once more when the database answers, or with --no-ledger.`,
      { cause: error },
    );
  }
}
