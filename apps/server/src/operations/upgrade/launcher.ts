import { writeSync } from 'node:fs';

/** Whoever has started the server and waits for it (`npm start`). */
export interface Launcher {
  readonly fd: number | undefined;
  /** From now on that process is the server. */
  readonly followedBy: (pid: number) => void;
  /** The server has ended, as it was told to. */
  readonly ended: () => void;
}

/** @param fd undefined: nobody waits in a way that could be told */
export function launcher(fd: number | undefined): Launcher {
  const tell = (message: object): void => {
    if (fd === undefined) return;
    try {
      writeSync(fd, `${JSON.stringify(message)}\n`);
    } catch (error) {
      // It was killed: then nobody waits any more.
      if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
    }
  };
  return {
    fd,
    followedBy: (pid) => tell({ followedBy: pid }),
    ended: () => tell({ ended: true }),
  };
}
