import { CannotStart } from '../cannot-start.ts';
import type { Environment } from '../settings/read.ts';

/** systemd hands over its sockets from here on (sd_listen_fds(3)). */
const FIRST = 3;

/**
 * The descriptor of the listening socket that systemd has opened for this process; undefined where it
 * has not. Then a restart refuses nobody: the socket stays, and who comes meanwhile waits in it.
 */
export function inheritedSocket(environment: Environment, pid: number): number | undefined {
  const { LISTEN_PID: meant, LISTEN_FDS: count } = environment;
  // Meant for who started us: children inherit the names and not the sockets.
  if (meant !== String(pid) || count === undefined) return undefined;
  if (count !== '1') {
    throw new CannotStart(
      `systemd hands over ${count} sockets. Leave one ListenStream in rondo.socket: Rondo listens on one port.`,
    );
  }
  return FIRST;
}
