import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Drained } from '@rondo/live/room';

/** How long answers that are under way may take when the server stops, ms. */
const LAST_ANSWERS_MS = 10_000;
/** Who was let in a moment before the port went to another process is given so long to say what for, ms. */
const LAST_ARRIVALS_MS = 500;
/** Who keeps a connection for the next request may use it so long; every answer then closes it, ms. */
const LAST_REQUESTS_MS = 5_000;

interface Leaving {
  readonly server: Server;
  readonly drain: () => Promise<Drained>;
  /** Another process listens on the same port: nobody has to notice anything. */
  readonly isReplaced: boolean;
}

/**
 * Takes in nobody new, sends everybody on, and answers what was asked. The port is let go of at once;
 * what still waits in it goes to the process that shares it.
 */
export async function leave({ server, drain, isReplaced }: Leaving): Promise<Drained> {
  const closed = new Promise((resolve) => server.once('close', resolve));
  // Beneath `http.Server`, whose own would cut connections that wait for their next request.
  NetServer.prototype.close.call(server);
  if (isReplaced) await pause(LAST_ARRIVALS_MS);
  // A proxy keeps connections for what comes next: who is sent on would come back here through one.
  else server.closeIdleConnections();
  const [drained] = await Promise.all([drain(), isReplaced && lastRequests(closed)]);
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
  await closed;
  clearTimeout(late);
  // Ends what `http.Server` does at intervals.
  server.close();
  return drained;
}

async function lastRequests(closed: Promise<unknown>): Promise<void> {
  const over = new AbortController();
  await Promise.race([
    closed,
    pause(LAST_REQUESTS_MS, undefined, { signal: over.signal }).catch(() => undefined),
  ]);
  over.abort();
}
