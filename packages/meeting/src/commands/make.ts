import type * as z from 'zod/mini';
import type { Board, Doc, Person } from '../document.ts';
import type { ParticipantId } from '../ids.ts';
import type { Command, Registry, Who, World } from '../phase-kind.ts';

/** What a command of the meeting itself (not of a phase) may read and change on both sides. */
export interface MeetingAt {
  readonly board: Board;
  readonly me: ParticipantId;
  readonly person: Person;
  readonly steers: boolean;
}

/** The same on the server, where the whole document and the world are at hand. */
export interface MeetingServerAt {
  readonly doc: Doc;
  readonly board: Board;
  readonly me: ParticipantId | null;
  readonly world: World;
  readonly registry: Registry;
}

interface Spec<Args, At> {
  by?: Who;
  /** Also when the meeting has ended. */
  afterEnd?: boolean;
  args: z.ZodMiniType<Args>;
  run: (at: At, args: Args) => void;
}

export interface MeetingCommand<Args = unknown> extends Command<Args> {
  readonly afterEnd: boolean;
}

const make =
  (side: Command['side']) =>
  <Args>(name: string, spec: Spec<Args, never>): MeetingCommand<Args> => ({
    name,
    side,
    by: spec.by ?? 'anyone',
    during: [],
    afterEnd: spec.afterEnd ?? false,
    args: spec.args,
    run: spec.run,
  });

// The run function's argument is decided by `side`; `run.ts` calls it accordingly.
export const both = make('both') as <Args>(
  name: string,
  spec: Spec<Args, MeetingAt>,
) => MeetingCommand<Args>;
export const server = make('server') as <Args>(
  name: string,
  spec: Spec<Args, MeetingServerAt>,
) => MeetingCommand<Args>;
