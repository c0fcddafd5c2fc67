import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { smallKinds } from '@rondo/live/testing';
import type { ParticipantId } from '@rondo/meeting';
import { connect } from '../../database/database.ts';
import { makeLog } from '../../log.ts';
import type { Authenticate } from '../door.ts';
import { startLive, type Live, type LiveOptions } from '../live.ts';

export interface LiveServer {
  readonly live: Live;
  readonly port: number;
  /** Sessions that have ended: their owners are nobody from now on. */
  readonly ended: Set<string>;
  readonly close: () => Promise<void>;
}

/**
 * The live engine alone on a port of its own, with meetings of the small kind. Whose a connection is
 * says its cookie, `who=bob`; nobody else is let in.
 */
export async function liveServer(
  url: string,
  options: Partial<LiveOptions> = {},
): Promise<LiveServer> {
  const log = makeLog('silent');
  const database = connect(url, log, () => Promise.resolve());
  const ended = new Set<string>();
  const authenticate: Authenticate = async ({ headers }) => {
    const who = /who=(\w+)/.exec(headers.cookie ?? '')?.[1];
    if (who === undefined || ended.has(who)) return 'signedOut';
    return {
      // Tests name people as they are.
      person: who as ParticipantId,
      name: who,
      role: 'member',
      lead: who === 'ann',
      user: who,
      team: /team=(\w+)/.exec(headers.cookie ?? '')?.[1] ?? null,
      restsOn: [`session:${who}`],
    };
  };
  const live = await startLive({
    registry: smallKinds,
    pool: database.openPool('live', 3),
    db: database.db,
    url,
    turning: { ended: async () => undefined, reopened: async () => undefined },
    authenticate,
    addressOf: (request) => request.socket.remoteAddress ?? '',
    log,
    ...options,
  });
  const server = createServer((request, response) => {
    void live.onRequest(request, response, '127.0.0.1').then((isLive) => {
      if (!isLive) response.end('a page');
    });
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    live.onUpgrade(request, socket, head);
  });
  live.keepShares(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    live,
    // It listens on a port, so its address is one.
    port: (server.address() as AddressInfo).port,
    ended,
    close: async () => {
      await live.stop();
      server.closeAllConnections();
      server.close();
      await database.close();
    },
  };
}
