import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Server as NetServer } from 'node:net';
import { CannotStart } from '../cannot-start.ts';
import type { Settings } from '../settings/list.ts';
import { inheritedSocket } from './inherited-socket.ts';

/** How many connections may wait to be accepted. Node.js' 511 cost 2 s when 5,000 people came back. */
const BACKLOG = 4_096;

/**
 * Listens: on the socket of the server before us or on the one that systemd holds, where there is one.
 * Throws `CannotStart` that says why it cannot.
 */
export async function listen(
  server: Server,
  { port, host }: Settings,
  handedOver?: NetServer,
): Promise<void> {
  const fd = inheritedSocket(process.env, process.pid);
  try {
    // Said here too: without it Node.js shortens the queue of a socket that was open before.
    if (handedOver) server.listen(handedOver, BACKLOG);
    else if (fd !== undefined) server.listen({ fd }, BACKLOG);
    else server.listen({ port, host, backlog: BACKLOG });
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw new CannotStart(reason(code, port, host), { cause: error });
  }
}

function reason(code: unknown, port: number, host: string | undefined): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. End that one, or set PORT to another, such as ${port + 1}.`;
    case 'EACCES':
      return `Ports below 1024 are for the system, and ${port} is one. Set PORT to one above, such as 3000.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host ?? ''}. Set HOST to one it has, or unset it to use them all.`;
    default:
      return `Rondo cannot listen on port ${port} (${String(code)}).`;
  }
}
