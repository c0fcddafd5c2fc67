import { join } from 'node:path';
import type { createLiveClient } from '@rondo/live/client';
import type { chanceOf, meetingMove, PhasePlay } from '@rondo/live/testing';
import type { meetingCommands, Registry } from '@rondo/meeting';
import { previousRelease, unpacked } from '../../tools/releases/releases.ts';
import { root } from '../../tools/repository/paths.ts';

/** What a browser has loaded of one release, and how people play with it in tests. */
export interface Code {
  readonly release: string;
  /** The server of the same release. */
  readonly main: string;
  readonly createLiveClient: typeof createLiveClient;
  readonly meetingCommands: typeof meetingCommands;
  readonly registry: Registry;
  readonly plays: ReadonlyMap<string, PhasePlay>;
  readonly meetingMove: typeof meetingMove;
  readonly chanceOf: typeof chanceOf;
}

const previous = unpacked(previousRelease());

/** Why there is nothing to compare with, to be said in the title of what is left out; empty: there is. */
export const leftOut = 'missing' in previous ? ` (left out: ${previous.missing})` : '';

/** The code of this tree. */
export const thisCode = (): Promise<Code> => codeIn('this release', root);

/** The code that people have open while they get this one. */
export function previousCode(): Promise<Code> {
  if ('missing' in previous) throw new Error(previous.missing);
  return codeIn(previous.version, previous.folder);
}

async function codeIn(release: string, folder: string): Promise<Code> {
  const load = (path: string): Promise<unknown> =>
    import(/* @vite-ignore */ join(folder, 'packages', path));
  // Each release exports these under the same names; one that does not fails in what follows.
  const { createLiveClient } = (await load('live/src/client/index.ts')) as Pick<
    Code,
    'createLiveClient'
  >;
  const { meetingCommands } = (await load('meeting/src/index.ts')) as Pick<Code, 'meetingCommands'>;
  const { phases } = (await load('phases/domain.ts')) as { phases: Registry };
  const { plays } = (await load('phases/testing/plays.ts')) as { plays: readonly PhasePlay[] };
  const testing = (await load('live/src/testing/index.ts')) as Pick<
    Code,
    'meetingMove' | 'chanceOf'
  >;
  return {
    release,
    main: join(folder, 'apps/server/src/main.ts'),
    createLiveClient,
    meetingCommands,
    registry: phases,
    plays: new Map(plays.map((play) => [play.kind, play])),
    meetingMove: testing.meetingMove,
    chanceOf: testing.chanceOf,
  };
}
