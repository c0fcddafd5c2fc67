import { CannotStart } from '../cannot-start.ts';
import { readPeak, readWeek, type Figures } from '../operations/ledger/read.ts';
import { ledgerTable } from '../operations/ledger/table.ts';
import type { Command } from './command.ts';
import { withDatabase } from './with-database.ts';

export const ledger: Command = {
  usage: 'ledger [--json]',
  means: 'how many people were here at the same moment, by weekday and hour',
  run: async (args) => {
    const wrong = args.find((arg) => arg !== '--json');
    if (wrong) throw new CannotStart(`There is no ${wrong}: rondo ${ledger.usage}`);
    const { peak, hours } = await withDatabase(async ({ db }) => ({
      peak: await readPeak(db),
      hours: await readWeek(db),
    }));
    if (args.includes('--json')) {
      console.log(JSON.stringify({ peak, hours }, null, 2));
      return;
    }
    const rows: readonly (readonly [string, Figures])[] = [
      ['this hour, usually', peak.hour],
      ['in 7 days', peak.week],
      ['in 4 weeks', peak.month],
    ];
    console.log('Connections at the same moment, the highest of the last four weeks\n');
    console.log(ledgerTable(hours));
    console.log('\nThe highest        connections  opened a minute  files  to the database');
    for (const [name, figures] of rows) console.log(`${name.padEnd(19)}${columns(figures)}`);
  },
};

const columns = (figures: Figures): string =>
  [
    String(figures.sockets).padStart(11),
    String(figures.handshakes).padStart(15),
    String(figures.fileDescriptors).padStart(5),
    String(figures.databaseConnections).padStart(15),
  ].join('  ');
