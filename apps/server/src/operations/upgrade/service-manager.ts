import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CannotStart } from '../../cannot-start.ts';
import type { Environment } from '../../settings/read.ts';

/**
 * Tells systemd that another process is the service now; it would end that one together with us
 * otherwise. Resolves when systemd has taken note; does nothing where it has not started us.
 * Node.js has no datagram sockets of Unix, which systemd listens on, so its own program speaks.
 */
export async function tellServiceManager(mainPid: number, environment: Environment): Promise<void> {
  if (environment['NOTIFY_SOCKET'] === undefined) return;
  try {
    await promisify(execFile)('systemd-notify', [`MAINPID=${mainPid}`], {
      env: { PATH: environment['PATH'], NOTIFY_SOCKET: environment['NOTIFY_SOCKET'] },
      timeout: 10_000,
    });
  } catch (error) {
    throw new CannotStart(
      `systemd could not be told of the new process (${error instanceof Error ? error.message : String(error)}). Its unit needs NotifyAccess=all, as in deploy/systemd/rondo.service.`,
      { cause: error },
    );
  }
}
