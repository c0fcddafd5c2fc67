import { existsSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline/promises';
import { CannotStart } from '../../cannot-start.ts';
import { controlFolder, controlSocket } from './socket-path.ts';
import { ControlStatus, UpgradeStep, type UpgradeRequest } from './words.ts';

/** The server that runs on this data folder; undefined: none does. */
export async function controlStatus(dataFolder: string): Promise<ControlStatus | undefined> {
  if (!existsSync(dataFolder)) return undefined;
  const answer = await ask(dataFolder, 'GET', '/status');
  return answer && ControlStatus.parse(JSON.parse(await textOf(answer)));
}

/** Asks the running server to change its release, and hears how it goes. Answers the last step. */
export async function askForUpgrade(
  dataFolder: string,
  wanted: UpgradeRequest,
  hear: (step: UpgradeStep) => void,
): Promise<UpgradeStep | undefined> {
  const answer = await ask(dataFolder, 'POST', '/upgrade', JSON.stringify(wanted));
  if (!answer) throw new CannotStart(`No server runs on ${dataFolder}.`);
  if (answer.statusCode === 409) throw new CannotStart('An upgrade is on its way already.');
  if (answer.statusCode !== 200) {
    throw new CannotStart(`The running server does not upgrade: ${await textOf(answer)}`);
  }
  let last: UpgradeStep | undefined;
  for await (const line of createInterface({ input: answer })) {
    last = UpgradeStep.parse(JSON.parse(line));
    hear(last);
  }
  return last;
}

/** Undefined: nobody listens. */
function ask(
  dataFolder: string,
  method: string,
  path: string,
  body = '',
): Promise<IncomingMessage | undefined> {
  const socketPath = controlSocket(controlFolder(dataFolder));
  return new Promise((resolve, reject) => {
    const asking = request({ socketPath, method, path, agent: false }, resolve);
    asking.on('error', (error) => {
      const code = 'code' in error ? error.code : undefined;
      if (code === 'ENOENT' || code === 'ECONNREFUSED') resolve(undefined);
      else reject(error);
    });
    asking.end(body);
  });
}

async function textOf(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of answer) text += String(chunk);
  return text;
}
