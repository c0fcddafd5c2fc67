// `npm run rondo -- …`: for whoever runs the server.

import { CannotStart } from '../cannot-start.ts';
import { takeSettingsFile } from '../settings/settings-file.ts';
import { audit } from './audit.ts';
import { backup } from './backup.ts';
import type { Command } from './command.ts';
import { databaseUpgrade } from './database-upgrade.ts';
import { doctor } from './doctor.ts';
import { ledger } from './ledger.ts';
import { metrics } from './metrics.ts';
import { rehearse } from './rehearse.ts';
import { restore } from './restore.ts';
import { settings } from './settings.ts';
import { stagingCheckCommand } from './staging-check.ts';
import { status } from './status.ts';
import { upgrade } from './upgrade.ts';
import { verifyBackupCommand } from './verify-backup.ts';

const commands: Readonly<Record<string, Command>> = {
  status,
  upgrade,
  settings,
  'staging-check': stagingCheckCommand,
  doctor,
  rehearse,
  ledger,
  metrics,
  audit,
  backup,
  restore,
  'verify-backup': verifyBackupCommand,
  'database-upgrade': databaseUpgrade,
  help: { usage: 'help', means: 'this list', run: () => console.log(help()) },
};

function help(): string {
  return [
    'npm run rondo -- <command> [--settings <file>]',
    ...Object.values(commands).map(({ usage, means }) => `  ${usage}\n      ${means}`),
  ].join('\n');
}

try {
  const [name = 'help', ...args] = takeSettingsFile(process.argv.slice(2), process.env);
  const command = commands[name];
  if (!command) throw new CannotStart(`There is no command “${name}”.\n\n${help()}`);
  process.exitCode = (await command.run(args)) ?? 0;
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
