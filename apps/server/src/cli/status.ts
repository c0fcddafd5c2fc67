import { CannotStart } from '../cannot-start.ts';
import { controlStatus } from '../operations/control/ask.ts';
import { readSettings } from '../settings/read.ts';
import type { Command } from './command.ts';
import { readWords } from './words.ts';

export const status: Command = {
  usage: 'status [--json]',
  means: 'which release runs here, since when, and with how many connections',
  run: async (args) => {
    const { words, flags } = readWords(args, { names: [], flags: ['json'], usage: status.usage });
    if (words.length > 0) throw new CannotStart(`rondo ${status.usage}`);
    const { dataFolder } = readSettings(process.env);
    const running = await controlStatus(dataFolder);
    if (!running) throw new CannotStart(`No server runs on ${dataFolder}.`);
    if (flags.has('json')) return console.log(JSON.stringify(running));
    const { release, folder, pid, node, startedAt, state, connections } = running;
    const rows = [
      ['release', `${release}, from ${folder}`],
      ['process', `${pid}, Node.js ${node}`],
      ['since', startedAt],
      ['state', state],
      ['connections', String(connections)],
    ];
    for (const [name = '', value = ''] of rows) console.log(`${name.padEnd(13)}${value}`);
  },
};
