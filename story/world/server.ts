import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** As `npm start` does it, without installing and building. */
const LAUNCHER = `
  import { follow } from ${JSON.stringify(join(ROOT, 'tools/launch/follow.mjs'))};
  process.exitCode = await follow(process.execPath, {
    args: [process.argv[1]],
    cwd: process.cwd(),
    env: process.env,
  });`;

/** The Rondo of a machine. */
export interface Server {
  readonly claimCode: string;
  readonly environment: Readonly<Record<string, string>>;
  /** `systemctl stop rondo`. Resolves with its exit code when it is gone. */
  readonly stop: () => Promise<number | null>;
  readonly said: () => string;
}

/** Resolves when it is ready. */
export async function startServer(
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<Server> {
  const main = join(ROOT, 'apps/server/src/main.ts');
  const child = spawn(process.execPath, ['--input-type=module', '--eval', LAUNCHER, main], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.once('exit', () => child.kill('SIGTERM'));
  const gone = once(child, 'exit');
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      // Its welcome comes as a whole.
      if (/^Rondo is ready:/m.test(said) && said.endsWith('\n')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`The server did not start:\n${said}`)));
  });
  return {
    claimCode: /with the code (\S+)/.exec(said)?.[1] ?? '',
    environment,
    said: () => said,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await gone;
      return child.exitCode;
    },
  };
}
