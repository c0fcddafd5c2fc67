import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { makeLog } from '../log.ts';
import { askForUpgrade, controlStatus } from '../operations/control/ask.ts';
import type { UpgradeStep } from '../operations/control/words.ts';
import { checks } from '../operations/doctor/checks.ts';
import { examine } from '../operations/doctor/examine.ts';
import { lookAround } from '../operations/doctor/look-around.ts';
import { textOf } from '../operations/doctor/text.ts';
import { releaseIn } from '../operations/upgrade/release.ts';
import type { Settings } from '../settings/list.ts';
import { readSettings } from '../settings/read.ts';
import { generatedSecret } from '../settings/secrets.ts';
import type { Command } from './command.ts';
import { withDatabaseIfThere } from './with-database-if-there.ts';
import { readWords } from './words.ts';

/** This checkout. */
const HERE = resolve(import.meta.dirname, '../../../..');

export const upgrade: Command = {
  usage: 'upgrade [--from <folder>] [--patience <seconds>] [--skip-doctor] [--json]',
  means: 'the running server hands over to this release, or to the one in the folder, unnoticed',
  run: async (args) => {
    const wanted = optionsOf(args);
    const settings = readSettings(process.env);
    const running = await controlStatus(settings.dataFolder);
    if (!running) {
      throw new CannotStart(
        `No server runs on ${settings.dataFolder} (or it is older than 0.2.0). RONDO_DATA has to be the one of the running server. To start one: npm start`,
      );
    }
    const say = wanted.json
      ? (step: object) => console.log(JSON.stringify(step))
      : (_: object, line: string) => console.log(line);
    await build(wanted.from, wanted.json);
    const { version } = releaseIn(wanted.from);
    if (!wanted.skipDoctor) await askTheDoctor(settings);
    const request = { folder: wanted.from, patienceSeconds: wanted.patience };
    const last = await askForUpgrade(settings.dataFolder, request, (step) => say(step, line(step)));
    if (last?.step === 'rolled-back') return 1;
    if (last?.step !== 'done') {
      throw new CannotStart(
        'The connection to the running server ended before the upgrade did. Ask `npm run rondo -- status` who serves now.',
      );
    }
    const now = await controlStatus(settings.dataFolder);
    if (now?.release === version) return 0;
    throw new CannotStart(`${version} took over and does not answer. Look at its log.`);
  },
};

interface Options {
  from: string;
  patience: number;
  skipDoctor: boolean;
  json: boolean;
}

function optionsOf(args: readonly string[]): Options {
  const { words, named, flags } = readWords(args, {
    names: ['from', 'patience'],
    flags: ['skip-doctor', 'json'],
    usage: upgrade.usage,
  });
  if (words.length > 0) throw new CannotStart(`rondo ${upgrade.usage}`);
  const patience = Number(named.patience ?? 120);
  if (!Number.isInteger(patience) || patience < 1 || patience > 3_600) {
    throw new CannotStart('--patience takes whole seconds, from 1 to 3600.');
  }
  const from = named.from === undefined ? HERE : resolve(named.from);
  return { from, patience, skipDoctor: flags.has('skip-doctor'), json: flags.has('json') };
}

/** Installs and builds that release as its own `npm start` would. An image has been built before. */
async function build(folder: string, isQuiet: boolean): Promise<void> {
  const run = join(folder, 'tools', 'run.mjs');
  if (!existsSync(run)) return;
  const stdio = ['ignore', isQuiet ? 'ignore' : 'inherit', 'inherit'] as const;
  const child = spawn(process.execPath, [run, 'build'], { cwd: folder, stdio: [...stdio] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new CannotStart(`Building the release in ${folder} failed.`);
}

/** Throws what would be wrong with many people. Both releases run for a moment: that needs room. */
async function askTheDoctor(settings: Settings): Promise<void> {
  const log = makeLog('error');
  const findings = await withDatabaseIfThere(settings, log, async (db) => {
    const secret = settings.secret ?? generatedSecret(settings.dataFolder);
    const context = await lookAround({ settings, environment: process.env, db, secret, log });
    return examine(
      { ...context, isComing: true },
      checks.filter(({ scope }) => scope !== 'outside'),
    );
  });
  const failures = findings.filter(({ severity }) => severity === 'failure');
  if (failures.length === 0) return;
  const list = textOf(failures, { means: new Map(), coloured: process.stdout.isTTY });
  throw new CannotStart(
    `${list}\n\nNothing was changed. Mend this first, or say --skip-doctor to go on without.`,
  );
}

function line(step: UpgradeStep): string {
  switch (step.step) {
    case 'starting':
      return `${step.from} → ${step.to}: starting beside the running server (process ${step.pid})`;
    case 'ready':
      return `${step.to} is ready after ${step.seconds} s`;
    case 'moving':
      return `sending ${step.connections} connections on, ${step.perSecond} a second`;
    case 'done':
      return (
        `${step.to} serves. ${step.moved} connections moved, the slowest in ${step.longestMs} ms; ` +
        `${step.cut} had to be closed. All in all ${step.seconds} s.`
      );
    case 'rolled-back':
      return `${step.from} goes on, with everybody who is there. The other release does not:\n${step.why}`;
  }
}
