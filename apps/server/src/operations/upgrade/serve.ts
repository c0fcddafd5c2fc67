import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Drained } from '@rondo/live/room';
import type { Logger } from 'pino';
import type { Db } from '../../database/database.ts';
import { listen } from '../../http/listen.ts';
import type { Readiness } from '../../http/readiness.ts';
import type { Live } from '../../live/live.ts';
import type { Settings } from '../../settings/list.ts';
import { version } from '../../version.ts';
import { openControl } from '../control/control.ts';
import { presentNodes, type Presence } from '../nodes/nodes.ts';
import { drainRate, measuredHandshakes } from './drain-rate.ts';
import { upgrades } from './hand-over.ts';
import { leave } from './leave.ts';
import type { StartedBy } from './started-by.ts';

interface Parts {
  readonly server: Server;
  readonly settings: Settings;
  readonly startedBy: StartedBy;
  readonly name: string;
  readonly db: Db;
  readonly live: Live;
  readonly readiness: Readiness;
  readonly presence: Presence;
  readonly log: Logger;
  /** Called first when the server stops. */
  readonly beforeLeaving: () => void;
  /** Stops what the server is made of. */
  readonly close: () => Promise<void>;
}

export interface Service {
  /** Sends everybody on, finishes what was begun, and stops. */
  readonly stop: () => Promise<void>;
  /** Resolves when another process has taken everything over and this one has stopped. */
  readonly replaced: Promise<void>;
}

/** Opens the port, taking it from the server before where there is one, and lets go of it in the end. */
export async function serve(parts: Parts): Promise<Service> {
  const { server, settings, startedBy, live, readiness, presence, db, log } = parts;
  const socket = await startedBy.predecessor?.handOver();
  await listen(server, settings, socket);
  // The server before us has died meanwhile, and could not say who goes on.
  if (startedBy.predecessor && !socket) startedBy.launcher.followedBy(process.pid);
  const replaced = Promise.withResolvers<void>();
  let isLeaving = false;

  const leaveTo = async (
    isReplaced: boolean,
    tellRate: (connections: number, perSecond: number) => void,
    onDrained: (drained: Drained) => Promise<void>,
  ): Promise<void> => {
    isLeaving = true;
    parts.beforeLeaving();
    readiness.startDraining(isReplaced);
    await presence.drains().catch((error: unknown) => {
      log.warn({ err: error }, 'could not tell the other servers of the end');
    });
    if (!isReplaced) await pauseForProxies(parts);
    const drain = async (): Promise<Drained> => {
      const { connections } = live.figures();
      const perSecond = drainRate(connections, await measuredHandshakes(db).catch(() => undefined));
      tellRate(connections, perSecond);
      return live.drain(perSecond);
    };
    const drained = await leave({ server, drain, isReplaced });
    await onDrained(drained).catch((error: unknown) => {
      log.warn({ err: error }, 'could not write down how people were sent on');
    });
    control?.close();
    await parts.close();
  };

  const changes = upgrades({
    ...parts,
    ...startedBy,
    leave: (tellRate, onDrained) => leaveTo(true, tellRate, onDrained),
  });
  const startedAt = new Date().toISOString();
  const control = await openControl({
    dataFolder: settings.dataFolder,
    status: () => ({
      release: version,
      pid: process.pid,
      node: process.versions.node,
      folder: startedBy.folder,
      startedAt,
      state: isLeaving ? 'leaving' : changes.isUpgrading() ? 'upgrading' : 'serving',
      connections: live.figures().connections,
    }),
    upgrade: (request, tell) => (isLeaving ? undefined : changes.upgrade(request, tell)),
    onReplaced: replaced.resolve,
    log,
  }).catch((error: unknown) => {
    // A server in a container, whose folder is read-only, works all the same.
    log.warn({ err: error }, 'no control socket: it can be stopped and started, and not upgraded');
    return undefined;
  });
  startedBy.predecessor?.listening();
  return {
    replaced: replaced.promise,
    stop: async () => {
      await changes.giveUp();
      if (isLeaving) return replaced.promise;
      await leaveTo(
        false,
        () => undefined,
        async (drained) => log.info(drained, 'everybody was sent on'),
      );
    },
  };
}

/** Proxies ask now and then whether people may come: until they have, those who are sent here are served. */
async function pauseForProxies({ settings, db, name }: Parts): Promise<void> {
  if (settings.drainPause === 0) return;
  // Alone, nobody else could be sent them; and who does not know waits.
  const others = await presentNodes(db).catch(() => undefined);
  const isAlone = others?.every((node) => node.draining || node.name === name) ?? false;
  if (!isAlone) await pause(settings.drainPause * 1_000);
}
