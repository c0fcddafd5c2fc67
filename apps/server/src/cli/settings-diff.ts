import { CannotStart } from '../cannot-start.ts';
import { readBundle } from '../operations/bundle/bundle-file.ts';
import { differences, differencesShown } from '../operations/bundle/differences.ts';
import { effectiveSettings } from '../settings/effective.ts';
import { passphraseFrom } from './bundle-passphrase.ts';
import type { Command } from './command.ts';
import { namesIn } from './names.ts';
import { readWords } from './words.ts';

export const settingsDiff: Command = {
  usage: 'settings diff <file> [<other file>] [--ignore NAME,…] [--passphrase-file <file>]',
  means: 'what is not the same there and here, or in two sealed files; exit code 1 if anything is',
  run: async (args) => {
    const { words, named } = readWords(args, {
      names: ['ignore', 'passphrase-file'],
      flags: [],
      usage: settingsDiff.usage,
    });
    const [file, other, more] = words;
    if (file === undefined || more !== undefined) {
      throw new CannotStart(`rondo ${settingsDiff.usage}`);
    }
    const passphrase = await passphraseFrom(named['passphrase-file'], process.env, {
      isNew: false,
    });
    const there = readBundle(file, passphrase).settings;
    const here = other ? readBundle(other, passphrase).settings : effectiveSettings(process.env);
    const found = differences(there, here, namesIn(named.ignore));
    const shown = differencesShown(found);
    if (shown !== '') console.log(shown);
    return found.counted.length === 0 ? 0 : 1;
  },
};
