import { CannotStart } from '../cannot-start.ts';
import { makeLog } from '../log.ts';
import { checks as all } from '../operations/doctor/checks.ts';
import { examine, GRADES, worst } from '../operations/doctor/examine.ts';
import { lookAround } from '../operations/doctor/look-around.ts';
import { reportOf } from '../operations/doctor/report.ts';
import { textOf } from '../operations/doctor/text.ts';
import { readSettings } from '../settings/read.ts';
import { generatedSecret } from '../settings/secrets.ts';
import type { Command } from './command.ts';
import { withDatabaseIfThere } from './with-database-if-there.ts';

export const doctor: Command = {
  usage: 'doctor [--json] [--inside] [--thorough] [check …]',
  means:
    'what would go wrong here with many people, and how to mend it; --inside asks no others, --thorough takes two minutes',
  run: async (args) => {
    const { flags, checks } = understood(args);
    const settings = readSettings(process.env);
    const log = makeLog('error');
    const findings = await withDatabaseIfThere(settings, log, async (db) => {
      const context = await lookAround({
        settings,
        environment: process.env,
        db,
        secret: settings.secret ?? generatedSecret(settings.dataFolder),
        log,
      });
      return examine({ ...context, isThorough: flags.has('--thorough') }, checks);
    });
    if (flags.has('--json')) {
      console.log(JSON.stringify(reportOf(findings, { at: new Date(), scope: 'all' }), null, 2));
    } else {
      const means = new Map(all.map((check) => [check.id, check.means]));
      console.log(textOf(findings, { means, coloured: process.stdout.isTTY }));
    }
    return GRADES[worst(findings)];
  },
};

function understood(args: readonly string[]) {
  const flags = new Set(args.filter((arg) => arg.startsWith('--')));
  const ids = args.filter((arg) => !arg.startsWith('--'));
  const wrong =
    [...flags].find((flag) => !['--json', '--inside', '--thorough'].includes(flag)) ??
    ids.find((id) => !all.some((check) => check.id === id));
  if (wrong) {
    const list = all.map(({ id, means }) => `  ${id}: ${means}`).join('\n');
    throw new CannotStart(`There is no ${wrong}: ${doctor.usage}. The checks are\n${list}`);
  }
  const checks = all
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .filter(({ scope }) => scope !== 'outside' || !flags.has('--inside'));
  return { flags, checks };
}
