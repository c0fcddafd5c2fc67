import { readdirSync, readFileSync, statfsSync } from 'node:fs';
import { hostname } from 'node:os';

/** What a machine says about itself. Undefined: it is not there, or may not be read. */
export interface Machine {
  readonly host: string;
  readonly platform: NodeJS.Platform;
  /** Of the Node.js that runs this, such as `26.10.0`. */
  readonly nodeVersion: string;
  /** The text of a file, such as `/proc/sys/net/core/somaxconn`. */
  readonly read: (path: string) => string | undefined;
  /** How many entries a folder has. */
  readonly count: (folder: string) => number | undefined;
  readonly space: (folder: string) => Space | undefined;
}

/** Of the file system on which a folder lies. */
export interface Space {
  readonly freeBytes: number;
  readonly totalBytes: number;
  readonly freeFiles: number;
  /** 0 where the file system has no limit of files. */
  readonly totalFiles: number;
}

export const thisMachine: Machine = {
  host: hostname(),
  platform: process.platform,
  nodeVersion: process.versions.node,
  read: (path) => orUndefined(() => readFileSync(path, 'utf8')),
  count: (folder) => orUndefined(() => readdirSync(folder).length),
  space: (folder) =>
    orUndefined(() => {
      const { bavail, blocks, bsize, ffree, files } = statfsSync(folder);
      return {
        freeBytes: bavail * bsize,
        totalBytes: blocks * bsize,
        freeFiles: ffree,
        totalFiles: files,
      };
    }),
};

/** What cannot be read is for the check to report, as something that cannot be looked at. */
function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
