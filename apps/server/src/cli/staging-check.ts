import { CannotStart } from '../cannot-start.ts';
import { makeLog } from '../log.ts';
import { readBundle } from '../operations/bundle/bundle-file.ts';
import { withoutSecrets } from '../operations/bundle/by-hand.ts';
import { examine } from '../operations/doctor/examine.ts';
import { lookAround } from '../operations/doctor/look-around.ts';
import { leadTo } from '../operations/staging/lead-to.ts';
import { isReady } from '../operations/staging/ready.ts';
import { rehearsed } from '../operations/staging/rehearsed.ts';
import { stagingCheck, stagingReport } from '../operations/staging/staging-check.ts';
import { effectiveSettings } from '../settings/effective.ts';
import { readSettings } from '../settings/read.ts';
import { generatedSecret } from '../settings/secrets.ts';
import { passphraseFrom } from './bundle-passphrase.ts';
import type { Command } from './command.ts';
import { namesIn } from './names.ts';
import { withDatabase } from './with-database.ts';
import { readWords } from './words.ts';

/** How long people meet in the rehearsal, ms. */
const PLAY_MS = { quick: 2_000, thorough: 60_000 };

export const stagingCheckCommand: Command = {
  usage:
    'staging-check --bundle <file of the old server> --address https://<new machine> [--quick] [--json] [--ignore NAME,…] [--passphrase-file <file>]',
  means:
    'on the new machine, before its DNS entry moves: is it the old one, and will it carry as many',
  run: async (args) => {
    const { words, named, flags } = readWords(args, {
      names: ['bundle', 'address', 'ignore', 'passphrase-file'],
      flags: ['quick', 'json'],
      usage: stagingCheckCommand.usage,
    });
    const { bundle: file, address } = named;
    if (file === undefined || address === undefined || words.length > 0) {
      throw new CannotStart(`rondo ${stagingCheckCommand.usage}`);
    }
    const settings = readSettings(process.env);
    const { publicUrl } = settings;
    if (publicUrl === undefined) {
      throw new CannotStart(
        'RONDO_PUBLIC_URL is not set here: import the bundle, and say --settings rondo.env.',
      );
    }
    const passphrase = await passphraseFrom(named['passphrase-file'], process.env, {
      isNew: false,
    });
    const bundle = await readBundle(file, passphrase);
    const log = makeLog('error');
    const isQuick = flags.has('quick');
    const pace = isQuick ? 'quick' : 'thorough';
    const secret = settings.secret ?? generatedSecret(settings.dataFolder);
    const back = leadTo(publicUrl, address);
    const parts = await withDatabase((database) =>
      stagingCheck(
        bundle,
        {
          settings: effectiveSettings(process.env),
          unreachable: () => isReady(publicUrl, address),
          examine: async (peak) => {
            const context = await lookAround({
              settings,
              environment: process.env,
              db: database.db,
              secret,
              log,
            });
            return examine({ ...context, peak, isThorough: !isQuick, isUnused: true });
          },
          rehearse: (people) =>
            rehearsed({ publicUrl, settings, database, playMs: PLAY_MS[pace] }, people),
        },
        namesIn(named.ignore),
      ),
    );
    back();
    const passed = parts.every((part) => part.passed);
    const said = flags.has('json')
      ? JSON.stringify({ passed, publicUrl, address, parts }, null, 2)
      : stagingReport(parts);
    console.log(withoutSecrets(said, bundle));
    return passed ? 0 : 1;
  },
};
