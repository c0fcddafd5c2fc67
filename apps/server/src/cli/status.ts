import { CannotStart } from '../cannot-start.ts';
import { controlStatus } from '../operations/control/ask.ts';
import { readSettings } from '../settings/read.ts';
import type { Command } from './command.ts';

export const status: Command = {
  usage: 'status [--json]',
  means: 'which release runs here, since when, and with how many connections',
  run: async (args) => {
    const { dataFolder } = readSettings(process.env);
    const running = await controlStatus(dataFolder);
    if (!running) throw new CannotStart(`No server runs on ${dataFolder}.`);
    if (args.includes('--json')) return console.log(JSON.stringify(running));
    for (const [name, value] of Object.entries(running)) console.log(`${name.padEnd(12)} ${value}`);
  },
};
