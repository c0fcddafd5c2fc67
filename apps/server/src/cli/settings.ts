import { settingsPage } from '../settings/document.ts';
import { settingsInForce } from '../settings/in-force.ts';
import type { Command } from './command.ts';

export const settings: Command = {
  usage: 'settings [--markdown]',
  means: 'the settings in force; with --markdown, docs/settings.md',
  run: (args) => {
    const page = args.includes('--markdown') ? settingsPage().trimEnd() : undefined;
    console.log(page ?? settingsInForce(process.env));
  },
};
