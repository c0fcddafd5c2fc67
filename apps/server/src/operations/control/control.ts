import { once } from 'node:events';
import { renameSync, rmSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Logger } from 'pino';
import * as z from 'zod';
import { answerJson } from '../../http/answer.ts';
import { controlFolder, controlSocket } from './socket-path.ts';
import { UpgradeRequest, type ControlStatus, type UpgradeStep } from './words.ts';

export interface ControlOptions {
  readonly dataFolder: string;
  readonly status: () => ControlStatus;
  /**
   * Tells each step as it happens, and answers whether another process goes on with our work now.
   * Undefined: there is an upgrade on its way already.
   */
  readonly upgrade: (
    request: UpgradeRequest,
    tell: (step: UpgradeStep) => void,
  ) => Promise<boolean> | undefined;
  /** Called when another goes on, and who asked for it has heard everything. */
  readonly onReplaced: () => void;
  readonly log: Logger;
}

export interface Control {
  /** Lets go of the socket, unless another server has taken its place. */
  readonly close: () => void;
}

/** More than any request needs. */
const LONGEST_BODY = 10_000;

/**
 * Listens for `rondo` commands on a Unix socket in the data folder that only the user of the server can
 * open. A server that takes over puts its own in the place of the one before. Undefined: not here.
 */
export async function openControl(options: ControlOptions): Promise<Control | undefined> {
  // Windows has no such sockets in folders.
  if (process.platform === 'win32') return undefined;
  const folder = controlFolder(options.dataFolder);
  const own = join(folder, `server-${process.pid}.sock`);
  rmSync(own, { force: true });
  const server = createServer((request, response) => {
    answer(options, request, response).catch((error: unknown) => {
      options.log.error({ err: error }, 'control');
      response.destroy();
    });
  });
  server.listen(own);
  await once(server, 'listening');
  const { ino } = statSync(own);
  renameSync(own, controlSocket(folder));
  return {
    close: () => {
      const at = statSync(controlSocket(folder), { throwIfNoEntry: false });
      if (at?.ino === ino) rmSync(controlSocket(folder), { force: true });
      // Who has asked for an upgrade is still being told how it goes.
      server.close();
    },
  };
}

async function answer(
  { status, upgrade, onReplaced }: ControlOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('connection', 'close');
  if (request.method === 'GET' && request.url === '/status') {
    return answerJson(response, 200, status());
  }
  if (request.method !== 'POST' || request.url !== '/upgrade') {
    return answerJson(response, 404, { problem: 'unknown' });
  }
  const wanted = UpgradeRequest.safeParse(await bodyOf(request));
  if (!wanted.success) return answerJson(response, 400, { problem: z.prettifyError(wanted.error) });
  response.setHeader('content-type', 'application/x-ndjson');
  // Who asked may go away meanwhile; the upgrade goes on.
  const tell = (step: UpgradeStep): void => {
    if (!response.destroyed) response.write(`${JSON.stringify(step)}\n`);
  };
  const upgrading = upgrade(wanted.data, tell);
  if (!upgrading) return answerJson(response, 409, { problem: 'busy' });
  const isReplaced = await upgrading;
  response.end();
  // It fails when who asked has gone away, which changes nothing.
  await finished(response).catch(() => undefined);
  if (isReplaced) onReplaced();
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > LONGEST_BODY) return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is as wrong as the wrong JSON: the schema says so.
    return undefined;
  }
}
