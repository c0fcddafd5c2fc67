import { meetingCommands } from './commands/index.ts';
import type { MeetingAt, MeetingCommand, MeetingServerAt } from './commands/make.ts';
import {
  emptyHand,
  type Board,
  type Doc,
  type Hand,
  type Person,
  type Phase,
  type View,
} from './document.ts';
import { serverAt } from './flow.ts';
import type { ParticipantId, PhaseId } from './ids.ts';
import type { Op } from './patch/op.ts';
import type { Patch } from './patch/patch.ts';
import { record, recordBoth } from './patch/record.ts';
import type { Command, CommandAt, PhaseKind, Registry, World } from './phase-kind.ts';
import { ensure, need, Refused, REFUSALS, type RefusalCode } from './refusal.ts';

/** What somebody asks for, as it travels: a command by name, of a phase or (null) of the meeting. */
export interface Request {
  phase: PhaseId | null;
  name: string;
  args: unknown;
}

interface Found {
  command: Command;
  kind: PhaseKind | null;
}

/** The command a request names. Refuses with `unknown-phase` or `unknown-command`. */
export function findCommand(board: Board, request: Request, registry: Registry): Found {
  if (request.phase === null) {
    const command = own(meetingCommands, request.name);
    return { command: need(command, 'unknown-command'), kind: null };
  }
  const phase = need(own(board.phases, request.phase), 'unknown-phase');
  const kind = need(registry[phase.kind], 'unknown-phase');
  return { command: need(own(kind.commands, request.name), 'unknown-command'), kind };
}

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** The one rule of who may do what; throws `Refused`. `me` null is the server itself. */
function authorize(
  board: Board,
  me: ParticipantId | null,
  request: Request,
  { command }: Found,
): void {
  if (me !== null) {
    const person = need(own(board.people, me), 'not-allowed');
    ensure(person.state !== 'removed', 'removed');
    ensure(person.state !== 'waiting', 'waiting');
    ensure(command.by !== 'server', 'unknown-command');
    ensure(command.by !== 'facilitator' || board.facilitator === me, 'not-facilitator');
    ensure(command.by !== 'member' || person.role === 'member', 'not-allowed');
  }
  // Commands of the meeting say by themselves whether they also work after its end.
  ensure(
    board.status === 'running' || (command as Partial<MeetingCommand>).afterEnd === true,
    'ended',
  );
  if (request.phase === null) return;
  const phase = need(own(board.phases, request.phase), 'unknown-phase');
  ensure(command.during.includes(phase.status), 'not-open');
}

/** Arguments as the command wants them; a text that is too long has a code of its own. */
function parse(command: Command, args: unknown): never {
  const result = command.args.safeParse(args);
  if (!result.success) {
    const known = result.error.issues
      .map((issue) => issue.message)
      .find((message) => message in REFUSALS);
    throw new Refused((known as RefusalCode | undefined) ?? 'bad-arguments');
  }
  // `run` takes what this very schema gives; the registry has forgotten the type.
  return result.data as never;
}

/**
 * Runs a participant's command on what that participant holds. The browser calls this for the
 * instant result, the server for the lasting one: given the same view, both get the same.
 * Throws `Refused`; the view is never changed.
 */
export function runCommand(
  view: View,
  me: ParticipantId,
  request: Request,
  registry: Registry,
): { board: Op[]; hand: Op[] } {
  const found = findCommand(view.board, request, registry);
  ensure(found.command.side === 'both', 'unknown-command');
  authorize(view.board, me, request, found);
  const args = parse(found.command, request.args);
  const [board, hand] = recordBoth(view.board, view.hand, (boardDraft, handDraft) => {
    const at = commandAt(boardDraft, handDraft, me, request.phase, found.kind);
    found.command.run(at as never, args);
  });
  return { board, hand };
}

function commandAt(
  board: Board,
  hand: Hand,
  me: ParticipantId,
  phaseId: PhaseId | null,
  kind: PhaseKind | null,
): CommandAt<object, object, object> | MeetingAt {
  if (phaseId === null || kind === null)
    return {
      board,
      me,
      person: need(board.people[me], 'not-allowed'),
      steers: board.facilitator === me,
    };
  return new At(board, hand, me, phaseId, kind);
}

/**
 * Drafts are made only of what a command looks at; most leave a part alone. A class, because getters
 * of an object literal cost more than they save: they are made anew for every command.
 */
class At implements CommandAt<object, object, object> {
  readonly board: Board;
  readonly me: ParticipantId;
  readonly phaseId: PhaseId;
  readonly #hand: Hand;
  readonly #kind: PhaseKind;

  constructor(board: Board, hand: Hand, me: ParticipantId, phaseId: PhaseId, kind: PhaseKind) {
    this.board = board;
    this.#hand = hand;
    this.me = me;
    this.phaseId = phaseId;
    this.#kind = kind;
  }

  get phase(): Phase {
    return need(this.board.phases[this.phaseId], 'unknown-phase');
  }

  get settings(): object {
    return this.phase.settings;
  }

  get state(): object {
    return this.phase.state;
  }

  get hand(): object {
    const { phases } = this.#hand;
    phases[this.phaseId] ??= this.#kind.hand();
    // Read again: what was just written comes back as a draft.
    return need(phases[this.phaseId], 'unknown-phase');
  }

  get person(): Person {
    return need(this.board.people[this.me], 'not-allowed');
  }

  get steers(): boolean {
    return this.board.facilitator === this.me;
  }
}

const shorter = (op: Op, by: number): Op =>
  op.length === 1 ? [op[0].slice(by)] : [op[0].slice(by), op[1]];

/** Runs any command on the whole document. Only the server can. Throws `Refused`. */
export function runOnServer(
  doc: Doc,
  me: ParticipantId | null,
  request: Request,
  registry: Registry,
  world: World,
): Patch {
  const found = findCommand(doc.board, request, registry);
  if (found.command.side === 'both') {
    const person = need(me, 'not-allowed');
    const hand: Hand = doc.hands[person] ?? NO_HAND;
    const ops = runCommand({ board: doc.board, hand }, person, request, registry);
    return {
      board: ops.board,
      hands: ops.hand.length > 0 ? { [person]: ops.hand } : {},
      ledger: [],
    };
  }
  authorize(doc.board, me, request, found);
  const args = parse(found.command, request.args);
  const ops = record(doc, (draft) => {
    const { kind } = found;
    const at: unknown =
      request.phase === null || kind === null
        ? ({ doc: draft, board: draft.board, me, world, registry } satisfies MeetingServerAt)
        : serverAt(draft, kind, request.phase, me, world);
    found.command.run(at as never, args);
  });
  return byReader(ops);
}

const NO_HAND: Hand = emptyHand();

function byReader(ops: readonly Op[]): Patch {
  const patch: Patch = { board: [], hands: {}, ledger: [] };
  for (const op of ops) {
    const [part, person] = op[0];
    if (part === 'board') patch.board.push(shorter(op, 1));
    else if (part === 'ledger') patch.ledger.push(shorter(op, 1));
    else if (op[0].length > 2) (patch.hands[person as ParticipantId] ??= []).push(shorter(op, 2));
    // A hand that is not there counts as empty, so making an empty one changes nothing.
  }
  return patch;
}
