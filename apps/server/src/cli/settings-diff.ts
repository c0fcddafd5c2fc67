import { CannotStart } from '../cannot-start.ts';
import { readBundle } from '../operations/bundle/bundle-file.ts';
import { differences, differencesShown } from '../operations/bundle/differences.ts';
import { passphraseFrom } from '../operations/bundle/passphrase.ts';
import { effectiveSettings } from '../settings/effective.ts';
import type { Command } from './command.ts';
import { understood } from './understood.ts';

export const settingsDiff: Command = {
  usage: 'settings diff <file> [<other file>] [--ignore NAME,…] [--passphrase-file <file>]',
  means: 'what is not the same there and here, or in two sealed files; exit code 1 if anything is',
  run: async (args) => {
    const { values, positionals } = understood(args, settingsDiff.usage, {
      ignore: { type: 'string', default: '' },
      'passphrase-file': { type: 'string' },
    });
    const [file, other] = positionals;
    if (file === undefined) throw new CannotStart(`npm run rondo -- ${settingsDiff.usage}`);
    const passphrase = await passphraseFrom(values['passphrase-file'], process.env, {
      isNew: false,
    });
    const there = readBundle(file, passphrase).settings;
    const here = other ? readBundle(other, passphrase).settings : effectiveSettings(process.env);
    const found = differences(there, here, values.ignore.split(','));
    const shown = differencesShown(found);
    if (shown !== '') console.log(shown);
    return found.counted.length === 0 ? 0 : 1;
  },
};
