import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { CannotStart } from '../../cannot-start.ts';
import type { Release } from './release.ts';
import { FromSuccessor, LISTEN } from './words.ts';

/** A server that has started beside this one, and waits to take over. */
export interface Successor {
  readonly pid: number;
  /** Resolves when it could take over; rejects with `CannotStart` that says why it will not. */
  readonly ready: Promise<void>;
  /**
   * Hands it the port. Resolves when it listens there too, from then on both are given connections.
   * @param server undefined: we have let go of the port, it is to open it by itself
   */
  readonly takeOver: (server: Server | undefined) => Promise<void>;
  /** Resolves when it has ended and nobody has told it to. */
  readonly died: Promise<void>;
  /** Lets go of it; it goes on without us. */
  readonly release: () => void;
  /** Ends it at once. */
  readonly end: () => Promise<void>;
}

interface Start {
  readonly environment: NodeJS.ProcessEnv;
  readonly args: readonly string[];
  /** Passed on as its fourth descriptor. */
  readonly launcherFd: number | undefined;
  readonly patienceMs: number;
}

/**
 * Starts another release as a child of this process, in the same working folder, with the same
 * terminal or journal to write to. It stays in our process group, so that a terminal's Ctrl-C
 * reaches it as it reaches us.
 */
export function spawnSuccessor(release: Release, start: Start): Successor {
  const child = spawn(release.node, [release.main, ...start.args], {
    env: start.environment,
    stdio: ['ignore', 'inherit', 'inherit', start.launcherFd ?? 'ignore', 'ipc'],
  });
  const heard = hearing(child);
  const late = setTimeout(
    () => heard.fail(`It was not ready after ${start.patienceMs / 1000} s.`),
    start.patienceMs,
  );
  const ready = heard.ready.finally(() => clearTimeout(late));
  // Whoever needs to know asks for it.
  ready.catch(() => undefined);
  const died = new Promise<void>((resolve) => {
    child.once('exit', (code) => code !== 0 && resolve());
  });
  return {
    // Undefined where it could not be started at all; then nobody is told this number.
    pid: child.pid ?? 0,
    ready,
    died,
    takeOver: async (server) => {
      // Sending a server is Node.js' documented way to share a listening socket between processes.
      child.send(LISTEN, server);
      await heard.listening;
    },
    release: () => {
      if (child.connected) child.disconnect();
      child.unref();
    },
    end: async () => {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function hearing(child: ChildProcess) {
  const ready = Promise.withResolvers<void>();
  const listening = Promise.withResolvers<void>();
  listening.promise.catch(() => undefined);
  const fail = (why: string): void => {
    const error = new CannotStart(why);
    ready.reject(error);
    listening.reject(error);
  };
  child.on('message', (said) => {
    const message = FromSuccessor.safeParse(said);
    // A later release may have more to say.
    if (!message.success) return;
    if (message.data.t === 'ready') ready.resolve();
    else if (message.data.t === 'listening') listening.resolve();
    else fail(message.data.why);
  });
  child.on('error', (error) => fail(error.message));
  child.on('exit', (code, signal) =>
    fail(
      `It ended (${signal ?? `exit code ${code}`}). What it said is where this server writes its log.`,
    ),
  );
  return { ready: ready.promise, listening: listening.promise, fail };
}
