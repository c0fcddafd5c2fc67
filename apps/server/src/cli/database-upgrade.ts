import { join } from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { backupFolder } from '../operations/backup/schedule.ts';
import { upgradeCluster } from '../operations/backup/upgrade-cluster.ts';
import { readSettings } from '../settings/read.ts';
import type { Command } from './command.ts';
import { readWords } from './words.ts';

export const databaseUpgrade: Command = {
  usage: 'database-upgrade --from <folder of the release that made the database>',
  means: 'takes the embedded database over from an older PostgreSQL, which is kept',
  run: async (args) => {
    const { words, named } = readWords(args, {
      names: ['from'],
      flags: [],
      usage: databaseUpgrade.usage,
    });
    const { from } = named;
    if (from === undefined || words.length > 0) {
      throw new CannotStart(`rondo ${databaseUpgrade.usage}`);
    }
    const settings = readSettings(process.env);
    if (settings.databaseUrl) {
      throw new CannotStart(
        'DATABASE_URL names a PostgreSQL that Rondo does not run: whoever runs it upgrades it.',
      );
    }
    const done = await upgradeCluster(
      {
        home: join(settings.dataFolder, 'postgres'),
        from,
        backups: backupFolder(settings),
      },
      (text) => console.log(text),
    );
    if (!done) {
      console.log('The database is of the present version already.');
      return;
    }
    console.log(
      `Done: ${done.rows} rows, from PostgreSQL ${done.before} to ${done.now}. Start Rondo as usual.`,
    );
    console.log(
      `The old database is kept in ${done.kept}, the backup in ${done.backup}. Delete them when all is well.`,
    );
  },
};
