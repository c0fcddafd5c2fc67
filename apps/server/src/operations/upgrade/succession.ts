import { Server } from 'node:net';
import { version } from '../../version.ts';
import type { FromSuccessor } from './words.ts';

/** The server before this one, which has started it and goes on until it is ready. */
export interface Predecessor {
  /** Says that we are ready, and resolves with the listening socket; undefined: there is none to be had. */
  readonly handOver: () => Promise<Server | undefined>;
  /** Says that we listen; what follows is none of its business. */
  readonly listening: () => void;
  /** Says why we do not start. */
  readonly failed: (why: string) => Promise<void>;
}

export function predecessor(): Predecessor {
  const tell = (message: FromSuccessor): Promise<void> =>
    new Promise((resolve) => {
      // Where it has gone, there is nobody to tell.
      if (process.send) process.send(message, undefined, {}, () => resolve());
      else resolve();
    });
  return {
    handOver: () =>
      new Promise((resolve) => {
        process.once('message', (_, socket) => {
          // At once, before it is given its first connection: nobody else would answer those.
          resolve(socket instanceof Server ? socket : undefined);
        });
        process.once('disconnect', () => resolve(undefined));
        void tell({ t: 'ready', release: version });
      }),
    listening: () => void tell({ t: 'listening' }),
    failed: (why) => tell({ t: 'failed', why }),
  };
}
