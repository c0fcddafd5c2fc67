import type * as z from 'zod/mini';
import type { Brought } from './brought.ts';
import type { Board, Doc, LocalText, Person, Phase } from './document.ts';
import type { Id, ParticipantId, PhaseId } from './ids.ts';
import type { OutcomePart } from './outcome.ts';

/** What phases hand to later phases through the board; a flow is checked by it. */
export type Material = 'cards' | 'topics' | 'votes';

/** Everything a server command may know that is not in the document. Arrives as an argument, so the rest stays pure. */
export interface World {
  /** Server time, ms since 1970. */
  readonly now: number;
  /** A number in [0, 1) that nobody can foresee. */
  readonly random: () => number;
  /** A new random id. */
  readonly id: <B extends string>() => Id<B>;
  /** Who is connected to this meeting on any node, as far as this node has heard. */
  readonly present: ReadonlySet<ParticipantId>;
}

/** What a participant's command may read and change: the board and that participant's own hand. */
export interface CommandAt<Settings, State, HandState> {
  readonly board: Board;
  readonly phaseId: PhaseId;
  readonly phase: Phase;
  readonly settings: Settings;
  readonly state: State;
  /** This participant's own part for this phase. */
  readonly hand: HandState;
  readonly me: ParticipantId;
  readonly person: Person;
  /** True for the facilitator. */
  readonly steers: boolean;
}

/** What a server command, `open`, `close` and `reopen` may read and change: everything. */
export interface ServerAt<Settings, State, HandState> {
  readonly doc: Doc;
  readonly board: Board;
  readonly phaseId: PhaseId;
  readonly phase: Phase;
  readonly settings: Settings;
  readonly state: State;
  /** The hands that hold something of this phase. */
  readonly hands: () => [ParticipantId, HandState][];
  /** One hand's part for this phase, made where it is missing. */
  readonly handOf: (person: ParticipantId) => HandState;
  /** Who asked; null when the server does it by itself. */
  readonly me: ParticipantId | null;
  readonly world: World;
}

/** What a kind may read to say what remains of one of its phases. */
export interface OutcomeAt<Settings, State> {
  readonly board: Board;
  readonly phaseId: PhaseId;
  readonly settings: Settings;
  readonly state: State;
  /** A later phase went on with what this one gave, and tells of it. */
  readonly takenFurther: boolean;
}

type Status = Phase['status'];

interface CommandSpec<Args, At> {
  /** Who may: everybody in the meeting (default), everybody but guests, the facilitator, or only the server itself. */
  by?: Who;
  /** In which states of its phase it may run; default: only while it is open. */
  during?: readonly Status[];
  args: z.ZodMiniType<Args>;
  run: (at: At, args: Args) => void;
}

export type Who = 'anyone' | 'member' | 'facilitator' | 'server';

/**
 * Something a person can do. `both`: a pure function of board and own hand, run in the browser at
 * once and on the server for good. `server`: needs other people's hands, time or chance; the
 * browser shows it as pending until the answer comes.
 */
export interface Command<Args = unknown> {
  readonly name: string;
  readonly side: 'both' | 'server';
  readonly by: Who;
  readonly during: readonly Status[];
  readonly args: z.ZodMiniType<Args>;
  readonly run: (at: never, args: never) => void;
}

/** What a kind tells of itself to those who plan a flow: small enough for every screen. */
export interface PhaseOutline {
  readonly kind: string;
  /** Its name where the activity gives none. */
  readonly title: LocalText;
  readonly gives: readonly Material[];
  /** What an earlier phase must have given. */
  readonly needs: readonly Material[];
  /** What it also works with where it is there. */
  readonly takes: readonly Material[];
  /** Its outcome tells of the topics it was given, cards and all, so that earlier phases need not. */
  readonly retells: boolean;
  /** What would be put off if a phase of this kind ended now: the facilitator is told before. */
  readonly putsOff?: ((state: object) => readonly string[]) | undefined;
}

export type Outlines = Readonly<Record<string, PhaseOutline>>;

/** What a kind may read to say whether somebody has done their part of a phase. */
export interface DoneAt<Settings, State, HandState> {
  readonly board: Board;
  readonly phase: Phase;
  readonly settings: Settings;
  readonly state: State;
  readonly hand: HandState;
  readonly person: ParticipantId;
}

/** A building block of meetings. */
export interface PhaseKind extends PhaseOutline {
  readonly settings: z.ZodMiniType<object>;
  readonly state: (settings: never, brought: Brought) => object;
  readonly hand: () => object;
  /** True while nobody may learn who is typing or dragging here. */
  readonly quiet: (phase: Phase) => boolean;
  readonly commands: Readonly<Record<string, Command>>;
  readonly open?: (at: never) => void;
  readonly close?: (at: never) => void;
  readonly reopen?: (at: never) => void;
  /** Whether a person has done their part, so that nobody waits for them; absent: who says that they are ready. */
  readonly done?: (at: never) => boolean;
  /** What remains of this phase in the outcome, from the board alone. */
  readonly outcome?: (at: never) => OutcomePart[];
}

interface KindSpec<Settings, State, HandState> {
  settings: z.ZodMiniType<Settings>;
  /** @param brought what the team brings along from earlier meetings */
  state: (settings: Settings, brought: Brought) => State;
  hand: () => HandState;
  quiet?: (phase: { settings: Settings; state: State }) => boolean;
  commands: readonly Command[];
  /** The phase becomes the present one: prepare board and hands. Runs again when a paused phase goes on. */
  open?: (at: ServerAt<Settings, State, HandState>) => void;
  /** The phase ends: reveal, tally. */
  close?: (at: ServerAt<Settings, State, HandState>) => void;
  /** A finished phase is opened again: take back what `close` made final. `open` runs after it. */
  reopen?: (at: ServerAt<Settings, State, HandState>) => void;
  /** Called on the server, which alone sees the hand; must not be told to others where it is hidden. */
  done?: (at: DoneAt<Settings, State, HandState>) => boolean;
  outcome?: (at: OutcomeAt<Settings, State>) => OutcomePart[];
}

/** Tells of a kind what those who plan a flow have to know. */
export const outline = (
  kind: string,
  title: LocalText,
  flow: Partial<Pick<PhaseOutline, 'gives' | 'needs' | 'takes' | 'retells' | 'putsOff'>> = {},
): PhaseOutline => ({ kind, title, gives: [], needs: [], takes: [], retells: false, ...flow });

/**
 * The tools to write one phase kind: `command` (both sides), `serverCommand`, `define`.
 * Inside the registry a kind's settings, state and hand are plain objects; they are read only
 * together with the functions made here, which is why the types may be dropped at this one place.
 */
export function phaseKind<Settings extends object, State extends object, HandState extends object>(
  outline: PhaseOutline,
) {
  const make =
    (side: Command['side']) =>
    <Args>(name: string, spec: CommandSpec<Args, never>): Command<Args> => ({
      name,
      side,
      by: spec.by ?? 'anyone',
      during: spec.during ?? ['open'],
      args: spec.args,
      run: spec.run,
    });
  return {
    command: make('both') as <Args>(
      name: string,
      spec: CommandSpec<Args, CommandAt<Settings, State, HandState>>,
    ) => Command<Args>,
    serverCommand: make('server') as <Args>(
      name: string,
      spec: CommandSpec<Args, ServerAt<Settings, State, HandState>>,
    ) => Command<Args>,
    define: (spec: KindSpec<Settings, State, HandState>): PhaseKind => {
      const { commands, quiet, ...rest } = spec;
      return {
        ...outline,
        ...rest,
        quiet: (phase) =>
          quiet?.(phase as unknown as { settings: Settings; state: State }) ?? false,
        commands: Object.fromEntries(commands.map((each) => [each.name, each])),
      };
    },
  };
}

/** All phase kinds, by kind. The engine receives it as an argument and knows none of them. */
export type Registry = Readonly<Record<string, PhaseKind>>;
