import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import * as z from 'zod';
import { apply, readRepair, type Repair } from '../../faults/rig/repair.ts';
import type { Play, Scene } from '../play.ts';
import { bundleFile, settingsFile } from './new-machine.ts';

const Checked = z.object({
  passed: z.boolean(),
  parts: z.array(
    z.object({
      part: z.enum(['settings', 'doctor', 'rehearsal']),
      passed: z.boolean(),
      found: z.array(z.string()),
      todo: z.array(z.string()),
    }),
  ),
});
type Checked = z.infer<typeof Checked>;

export const stagingCheck: Scene = {
  name: 'the staging check',
  title: '3  The staging check. Before anybody is sent there',
  run: async (play) => {
    const { tell, crowd, isAsItWas } = play;
    crowd.work();
    crowd.goOn();
    await monitored(play);
    if (isAsItWas)
      return tell.say('and so the machine is good enough, and nobody looks any further');
    const red = await checked(play);
    if (red.passed) throw new Error('The staging check has not noticed the limit of nginx.');
    const repairs = repairsIn(red);
    if (repairs.length === 0) throw new Error('The staging check names no line to mend.');
    apply(repairs);
    for (const { file, line, text } of repairs)
      tell.say(`mended: ${text} ${line === 0 ? 'at the top of' : 'in'} ${short(play, file)}`);
    tell.type('nginx -s reload');
    await play.stage.fresh.nginx().reload();
    for (let tries = 1; ; tries++) {
      const again = await checked(play);
      if (again.passed) break;
      // The rest is how busy this machine is, which has both machines, the database and all people on it.
      if (repairsIn(again).length > 0 || tries === MOST_TRIES)
        throw new Error('The staging check is still red. The DNS entry stays where it is.');
      tell.say('no file to mend: this machine has too much to do just now; once more');
    }
    tell.say('the DNS entry may move');
  },
};

const MOST_TRIES = 4;

/** Of the first that names a line of a file. */
const repairsIn = ({ parts }: Checked): Repair[] =>
  parts
    .flatMap(({ todo }) => todo)
    .map(readRepair)
    .find((repairs) => repairs.length > 0) ?? [];

/** As it would be on a machine that is not a folder. */
const short = ({ stage }: Play, text: string): string => text.replaceAll(`${stage.folder}/`, '');

/** Types the command, and shows what it says. */
async function checked(play: Play): Promise<Checked> {
  const { stage, tell } = play;
  const { fresh } = stage;
  const address = `https://${fresh.address}:${fresh.port}`;
  tell.type(`rondo staging-check --bundle old.bundle --address ${address} --quick`);
  const args = ['staging-check', '--bundle', bundleFile(play), '--address', address];
  const { said, complained } = await fresh.rondo({}, [
    ...args,
    '--quick',
    '--json',
    '--settings',
    settingsFile(play),
  ]);
  if (!said.startsWith('{')) throw new Error(`staging-check does not answer:\n${complained}`);
  const result = Checked.parse(JSON.parse(said));
  for (const { part, passed, found, todo } of result.parts) {
    tell.screen(`${passed ? 'pass' : 'FAIL'}  ${part}`);
    const telling = found.filter((line) => /^failure|^FAILED|^Passed|^\d+ people/.test(line));
    for (const line of telling) tell.screen(`      ${short(play, line)}`);
    for (const line of todo) tell.screen(`      → ${short(play, line)}`);
  }
  return result;
}

/** What monitoring sees of the new machine: a request now and then. */
async function monitored({ stage, tell }: Play): Promise<void> {
  const answers: number[] = [];
  for (let turn = 0; turn < 5; turn++)
    for (const path of ['/health', '/ready']) answers.push(await status(stage, path));
  const seen = [...new Set(answers)].map((each) => (each === 0 ? 'nothing' : `${each}`));
  tell.say(`monitoring asks its /health and /ready ${answers.length} times: ${seen.join(', ')}`);
}

/** 0: nobody answered. */
function status({ fresh, name, keyPair }: Play['stage'], path: string): Promise<number> {
  return new Promise((resolve) => {
    const asking = request(
      {
        host: fresh.address,
        port: fresh.port,
        path,
        servername: name,
        headers: { host: `${name}:${fresh.port}` },
        ca: readFileSync(keyPair.certificate),
        agent: false,
      },
      (response) => {
        response.resume();
        response.on('error', () => resolve(0));
        response.on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    asking.on('error', () => resolve(0));
    asking.end();
  });
}
