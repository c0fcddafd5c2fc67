import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const FOLLOW = join(import.meta.dirname, '../../../../../../tools/launch/follow.mjs');

/** As `npm start` does it, without installing and building. */
const LAUNCHER = `
  import { follow } from ${JSON.stringify(FOLLOW)};
  process.exitCode = await follow(process.execPath, {
    args: [process.argv[1]],
    cwd: process.cwd(),
    env: process.env,
  });`;

/** A server and whatever follows it in upgrades. */
export interface Launch {
  readonly url: string;
  readonly claimCode: string;
  /** To the process that was started, which passes it on. Resolves with its exit code. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
  readonly said: () => string;
}

/**
 * Starts the server of a release. Resolves when it is ready.
 * @param release its folder
 * @param folder in which it is started
 */
export async function launch(
  release: string,
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<Launch> {
  const main = join(release, 'apps/server/src/main.ts');
  const child = spawn(process.execPath, ['--input-type=module', '--eval', LAUNCHER, main], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const endsWithUs = (): boolean => child.kill('SIGTERM');
  process.once('exit', endsWithUs);
  child.once('exit', () => process.off('exit', endsWithUs));
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
    url: /Rondo is ready: *(\S+)/.exec(said)?.[1] ?? '',
    claimCode: /with the code (\S+)/.exec(said)?.[1] ?? '',
    said: () => said,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await gone;
      return child.exitCode;
    },
  };
}
