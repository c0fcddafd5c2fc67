import { CannotStart } from '../cannot-start.ts';
import { readBundle } from '../operations/bundle/bundle-file.ts';
import {
  differences,
  differencesShown,
  type ComparedSetting,
} from '../operations/bundle/differences.ts';
import { settingsOf } from '../operations/bundle/other-server.ts';
import { effectiveSettings } from '../settings/effective.ts';
import { settingsList } from '../settings/list.ts';
import { passphraseFrom } from './bundle-passphrase.ts';
import type { Command } from './command.ts';
import { namesIn } from './names.ts';
import { readWords } from './words.ts';

export const settingsDiff: Command = {
  usage:
    'settings diff <file or https://other-server> [<other file>] [--ignore NAME,…] [--passphrase-file <file>]',
  means:
    'what is not the same there and here, or in two sealed files; exit code 1 if anything differs',
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
    const { there, here } = /^https?:\/\//.test(file)
      ? await withServer(file)
      : await withBundles(file, other, named['passphrase-file']);
    const found = differences(there, here, namesIn(named.ignore));
    const shown = differencesShown(found);
    if (shown !== '') console.log(shown);
    return found.counted.length === 0 ? 0 : 1;
  },
};

interface Sides {
  readonly there: readonly ComparedSetting[];
  readonly here: readonly ComparedSetting[];
}

async function withBundles(
  file: string,
  other: string | undefined,
  passphraseFile: string | undefined,
): Promise<Sides> {
  const passphrase = await passphraseFrom(passphraseFile, process.env, { isNew: false });
  return {
    there: (await readBundle(file, passphrase)).settings,
    here: other ? (await readBundle(other, passphrase)).settings : effectiveSettings(process.env),
  };
}

async function withServer(address: string): Promise<Sides> {
  const here = effectiveSettings(process.env);
  const secret = here.find(({ name }) => name === settingsList.secret.name)?.value;
  return { there: await settingsOf(address, secret, here), here };
}
