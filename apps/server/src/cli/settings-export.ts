import { resolve } from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import type { Db } from '../database/database.ts';
import { makeLog } from '../log.ts';
import { writeBundle } from '../operations/bundle/bundle-file.ts';
import { configurationFiles } from '../operations/bundle/files.ts';
import { gather, serverHere } from '../operations/bundle/gather.ts';
import { strayFrom } from '../operations/bundle/started-with.ts';
import { controlStatus } from '../operations/control/ask.ts';
import { several } from '../operations/doctor/finding.ts';
import { thisMachine } from '../operations/doctor/machine.ts';
import { recordRun } from '../operations/runs/runs.ts';
import { readSettings } from '../settings/read.ts';
import { passphraseFrom } from './bundle-passphrase.ts';
import type { Command } from './command.ts';
import { withDatabaseIfThere } from './with-database-if-there.ts';
import { readWords } from './words.ts';

export const settingsExport: Command = {
  usage: 'settings export <file> [--force] [--passphrase-file <file>]',
  means: 'all settings, secrets, limits and the ledger of this server in one sealed file',
  run: async (args) => {
    const { words, named, flags } = readWords(args, {
      names: ['passphrase-file'],
      flags: ['force'],
      usage: settingsExport.usage,
    });
    const [file, more] = words;
    if (file === undefined || more !== undefined) {
      throw new CannotStart(`rondo ${settingsExport.usage}`);
    }
    const settings = readSettings(process.env);
    const passphrase = await passphraseFrom(named['passphrase-file'], process.env, {
      isNew: true,
    });
    const files = configurationFiles();
    const bundle = await withDatabaseIfThere(settings, makeLog('error'), async (db) => {
      if (!flags.has('force')) await needServersOwn(db);
      const gathered = await gather(db, process.env, thisMachine, files);
      await writeBundle(file, gathered, passphrase);
      if (db) {
        await recordRun(db, 'settings-export', {
          succeeded: true,
          result: { host: gathered.about.host, minutes: gathered.peaks.length },
        });
      }
      return gathered;
    });
    const set = bundle.settings.filter(({ source }) => source !== 'default').length;
    console.log(
      [
        `Written to ${resolve(file)}, sealed with the passphrase:`,
        `  ${bundle.settings.length} settings, ${set} of them not the default; ${Object.keys(bundle.limits).length} limits; ${Object.keys(bundle.versions).length} versions`,
        `  ${several(bundle.peaks.length, 'minute')} of the peak ledger${bundle.peaks.length === 0 ? ': nobody knows yet what is usual here' : ''}`,
        `  configuration of ${Object.keys(bundle.files).join(', ') || 'no proxy or unit: none was found in the usual places'}`,
      ].join('\n'),
    );
  },
};

/** A bundle of defaults, asked for in the wrong shell, would be worse than none. */
async function needServersOwn(db: Db | undefined): Promise<void> {
  if (!db) {
    throw new CannotStart(
      'There is no database here, so no server has ever started with these settings. Ask with those of the server: --settings <file>, or its environment. With --force, without the peak ledger.',
    );
  }
  // Of several on this machine it is the one on this data folder that is meant.
  const { dataFolder } = readSettings(process.env);
  const server = (await controlStatus(dataFolder)) ?? (await serverHere(db, thisMachine));
  const stray = server ? strayFrom(thisMachine, server.pid, process.env) : [];
  if (stray.length > 0) {
    throw new CannotStart(
      `The server that runs here has other settings than this command: ${stray.join(', ')}. Ask with those of the server: --settings <file>, or its environment. With --force, as they are here.`,
    );
  }
}
