import { CannotStart } from '../cannot-start.ts';
import { settingsPage } from '../settings/document.ts';
import { settingsInForce, settingsReport } from '../settings/in-force.ts';
import type { Command } from './command.ts';
import { settingsDiff } from './settings-diff.ts';
import { settingsExport } from './settings-export.ts';
import { settingsImport } from './settings-import.ts';
import { readWords } from './words.ts';

const list: Command = {
  usage: 'settings list [--json | --markdown]',
  means: 'the settings in force and where they come from; --markdown: docs/settings.md',
  run: (args) => {
    const { flags } = readWords(args, {
      names: [],
      flags: ['json', 'markdown'],
      usage: list.usage,
    });
    if (flags.has('markdown')) console.log(settingsPage().trimEnd());
    else if (flags.has('json')) console.log(JSON.stringify(settingsReport(process.env), null, 2));
    else console.log(settingsInForce(process.env));
  },
};

const commands: Readonly<Record<string, Command>> = {
  list,
  export: settingsExport,
  import: settingsImport,
  diff: settingsDiff,
};

/** Settings of this server, and of one server for another. */
export const settings: Command = {
  usage: 'settings [list | export | import | diff]',
  means: 'the settings in force; one sealed file of them for another machine',
  run: (args) => {
    const [word = 'list', ...rest] = args;
    // `settings --markdown` is `settings list --markdown`.
    if (word.startsWith('--')) return list.run(args);
    const command = commands[word];
    if (command) return command.run(rest);
    const usages = Object.values(commands).map(({ usage, means }) => `  ${usage}\n      ${means}`);
    throw new CannotStart(`There is no “settings ${word}”.\n\n${usages.join('\n')}`);
  },
};
