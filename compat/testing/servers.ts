import { onTestFinished } from 'vitest';
import { freePort } from '../../bench/free-port.ts';
import { serverProcess, type ServerProcess } from '../../deploy/testing/server-process.ts';
import type { Code } from './code.ts';

/** Servers of any release on one database, under one address for people. */
export interface House {
  /** What the address bar shows, whichever server answers. */
  readonly origin: string;
  /** Resolves when it is ready; it is gone when the test is finished. */
  readonly open: (code: Code) => Promise<ServerProcess>;
  /** The servers that run, the youngest last. */
  readonly urls: () => readonly string[];
  /** As an operator stops it; throws where it does not end well. */
  readonly close: (server: ServerProcess) => Promise<void>;
}

/** @param settings for every server, such as the mail server */
export function house(database: string, settings: Record<string, string> = {}): House {
  // Nothing listens there: people are sent to servers by the test, and only say that they are here.
  const origin = 'http://rondo.localhost';
  let running: readonly ServerProcess[] = [];
  return {
    origin,
    urls: () => running.map(({ url }) => url),
    open: async ({ main }) => {
      const environment = {
        DATABASE_URL: database,
        RONDO_SECRET: 'one secret for the releases of all times',
        RONDO_PUBLIC_URL: origin,
        ...settings,
      };
      const server = await serverProcess(await freePort(), environment, main);
      onTestFinished(async () => void (await server.kill('SIGKILL')));
      running = [...running, server];
      return server;
    },
    close: async (server) => {
      running = running.filter((each) => each !== server);
      const code = await server.kill('SIGTERM');
      if (code !== 0) throw new Error(`a server ended with ${code}`);
    },
  };
}
