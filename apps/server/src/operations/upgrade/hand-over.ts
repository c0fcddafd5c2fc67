import type { Server } from 'node:http';
import type { Drained } from '@rondo/live/room';
import type { Logger } from 'pino';
import { CannotStart } from '../../cannot-start.ts';
import type { Db } from '../../database/database.ts';
import { version } from '../../version.ts';
import type { UpgradeRequest, UpgradeStep } from '../control/words.ts';
import { recordRun } from '../runs/runs.ts';
import { needOtherInit } from './container.ts';
import type { Launcher } from './launcher.ts';
import { releaseIn, type Release } from './release.ts';
import { tellServiceManager } from './service-manager.ts';
import { spawnSuccessor, type Successor } from './spawn-successor.ts';
import { successorArguments, type StartArguments } from './start-arguments.ts';
import { watchOver } from './watch-over.ts';

export interface HandOverParts {
  readonly server: Server;
  readonly db: Db;
  readonly log: Logger;
  readonly launcher: Launcher;
  /** Of this release. */
  readonly folder: string;
  /** What this process was started with. */
  readonly args: StartArguments;
  readonly environment: NodeJS.ProcessEnv;
  /**
   * Sends everybody on to the process that shares our port, and stops.
   * @param onDrained called before the database is let go of
   */
  readonly leave: (
    tellRate: (connections: number, perSecond: number) => void,
    onDrained: (drained: Drained) => Promise<void>,
  ) => Promise<void>;
}

export interface Upgrades {
  readonly isUpgrading: () => boolean;
  /** Answers whether another process goes on; undefined: one is on its way already. */
  readonly upgrade: (
    request: UpgradeRequest,
    tell: (step: UpgradeStep) => void,
  ) => Promise<boolean> | undefined;
  /** This server is told to stop: who was to take over is ended. */
  readonly giveUp: () => Promise<void>;
}

/** The last descriptor but the channel of Node.js. */
const LAUNCHER_FD = 3;

/** Changes the release while people are at work. Until the new one is ready, nothing happens to them. */
export function upgrades(parts: HandOverParts): Upgrades {
  const { log } = parts;
  let isUpgrading = false;
  let successor: Successor | undefined;

  const upgrade = async (
    { folder, patienceSeconds }: UpgradeRequest,
    tell: (step: UpgradeStep) => void,
  ): Promise<boolean> => {
    const begun = performance.now();
    const seconds = (): number => Math.round((performance.now() - begun) / 100) / 10;
    const from = version;
    let release: Release;
    try {
      if (parts.launcher.fd === undefined) needOtherInit(parts.environment);
      release = releaseIn(folder);
      successor = start(parts, release, patienceSeconds * 1_000);
      tell({ step: 'starting', from, to: release.version, pid: successor.pid });
      await successor.ready;
      await tellServiceManager(successor.pid, parts.environment);
      tell({ step: 'ready', to: release.version, seconds: seconds() });
      await successor.takeOver(parts.server);
    } catch (error) {
      await successor?.end();
      successor = undefined;
      if (!(error instanceof CannotStart)) throw error;
      await rolledBack(parts, folder, error.message);
      tell({ step: 'rolled-back', from, why: error.message });
      return false;
    }
    const { pid } = successor;
    parts.launcher.followedBy(pid);
    const own = (): Successor => start(parts, releaseIn(parts.folder), patienceSeconds * 1_000);
    const watch = watchOver(successor, own, log);
    successor = undefined;
    const to = release.version;
    log.info({ from, to, pid }, 'another process goes on, people are sent there');
    let last: Drained | undefined;
    let why: string | undefined;
    const leaving = parts.leave(
      (connections, perSecond) => tell({ step: 'moving', connections, perSecond }),
      async (drained) => {
        last = drained;
        why = await watch.over();
        if (why !== undefined) return rolledBack(parts, folder, why);
        await recordRun(parts.db, 'upgrade', {
          succeeded: true,
          result: { from, to, ...drained, seconds: seconds() },
        });
      },
    );
    // The other one serves: whatever could not be finished here, this process is to end.
    await leaving.catch((error: unknown) => log.error({ err: error }, 'stopping failed'));
    if (why !== undefined) {
      tell({ step: 'rolled-back', from, why });
      return false;
    }
    const drained = last ?? { moved: 0, cut: 0, longestMs: 0 };
    log.info({ from, to, ...drained, seconds: seconds() }, 'upgraded');
    tell({ step: 'done', from, to, ...drained, seconds: seconds() });
    return true;
  };

  return {
    isUpgrading: () => isUpgrading,
    upgrade: (request, tell) => {
      if (isUpgrading) return undefined;
      isUpgrading = true;
      return upgrade(request, tell).finally(() => (isUpgrading = false));
    },
    giveUp: async () => successor?.end(),
  };
}

function start(
  { args, environment, launcher }: HandOverParts,
  release: Release,
  patienceMs: number,
): Successor {
  const fd = launcher.fd === undefined ? undefined : LAUNCHER_FD;
  return spawnSuccessor(release, {
    args: successorArguments(args, fd),
    environment,
    launcherFd: launcher.fd,
    patienceMs,
  });
}

async function rolledBack({ db, log }: HandOverParts, folder: string, why: string): Promise<void> {
  log.error({ folder, why }, 'the upgrade was rolled back');
  await recordRun(db, 'upgrade', { succeeded: false, result: { from: version, why } }).catch(
    (error: unknown) => log.warn({ err: error }, 'could not write down that it was rolled back'),
  );
}
