import { join } from 'node:path';
import { launcher, type Launcher } from './launcher.ts';
import { startArguments, type StartArguments } from './start-arguments.ts';
import { predecessor, type Predecessor } from './succession.ts';

/** How this server came to be started, which decides how it can be followed by another. */
export interface StartedBy {
  readonly args: StartArguments;
  /** As it was before a file of settings was read into it: the next release reads that anew. */
  readonly environment: NodeJS.ProcessEnv;
  readonly launcher: Launcher;
  /** The server whose work we go on with. */
  readonly predecessor: Predecessor | undefined;
  /** Of this release. */
  readonly folder: string;
}

/** @param args without the program */
export function startedBy(
  args: readonly string[],
  environment: Readonly<NodeJS.ProcessEnv>,
): StartedBy {
  const read = startArguments(args);
  return {
    args: read,
    environment: { ...environment },
    launcher: launcher(read.launcherFd),
    predecessor: read.succeeds ? predecessor() : undefined,
    folder: join(import.meta.dirname, '../../../../..'),
  };
}
