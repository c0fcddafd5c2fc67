import * as z from 'zod/mini';
import type { Board, Doc, Phase } from './document.ts';
import { emptyHand } from './document.ts';
import type { ParticipantId, PhaseId } from './ids.ts';
import type {
  Material,
  Outlines,
  PhaseKind,
  PhaseOutline,
  Registry,
  ServerAt,
  World,
} from './phase-kind.ts';
import { ensure, need } from './refusal.ts';

/** A phase that asks for something which no phase before it gives. */
export interface FlowProblem {
  index: number;
  kind: string;
  missing: Material | 'kind';
}

/** Checks that every phase finds what it needs; empty when the flow is sound. */
export function checkFlow(kinds: readonly string[], registry: Outlines): FlowProblem[] {
  const given = new Set<Material>();
  const problems: FlowProblem[] = [];
  kinds.forEach((kind, index) => {
    const known = registry[kind];
    if (!known) {
      problems.push({ index, kind, missing: 'kind' });
      return;
    }
    for (const missing of known.needs)
      if (!given.has(missing)) problems.push({ index, kind, missing });
    for (const material of known.gives) given.add(material);
  });
  return problems;
}

/**
 * The finished phases that stand on what `id` gives: when `id` is opened again they have to go on
 * later, and what they had made final (the votes on the topics) is taken back until then.
 */
export function takenBackBy(board: Board, registry: Outlines, id: PhaseId): PhaseId[] {
  const kindOf = (phase: PhaseId) => registry[board.phases[phase]?.kind ?? ''];
  const gives = kindOf(id)?.gives ?? [];
  return board.flow
    .slice(board.flow.indexOf(id) + 1)
    .filter((later) => board.phases[later]?.status === 'done' && standsOn(kindOf(later), gives));
}

/** Whether a kind works with something of what another one gives. */
export const standsOn = (kind: PhaseOutline | undefined, gives: readonly Material[]): boolean =>
  kind !== undefined && [...kind.needs, ...kind.takes].some((each) => gives.includes(each));

/** A server command's view of one phase. `doc` is a draft. */
export function serverAt(
  doc: Doc,
  kind: PhaseKind,
  phaseId: PhaseId,
  me: ParticipantId | null,
  world: World,
): ServerAt<object, object, object> {
  const phase = need(doc.board.phases[phaseId], 'unknown-phase');
  const handOf = (person: ParticipantId): object => {
    // Read again after each write: what was just written comes back as a draft.
    doc.hands[person] ??= emptyHand();
    const hand = need(doc.hands[person], 'unknown-phase');
    hand.phases[phaseId] ??= kind.hand();
    return need(hand.phases[phaseId], 'unknown-phase');
  };
  return {
    doc,
    board: doc.board,
    phaseId,
    phase,
    settings: phase.settings,
    state: phase.state,
    hands: () =>
      // The record's own keys are participant ids.
      (Object.keys(doc.hands) as ParticipantId[]).flatMap((person) => {
        const part = doc.hands[person]?.phases[phaseId];
        return part ? [[person, part] as [ParticipantId, object]] : [];
      }),
    handOf,
    me,
    world,
  };
}

type Hook = 'open' | 'close' | 'reopen';

function call(
  hook: Hook,
  doc: Doc,
  registry: Registry,
  id: PhaseId,
  me: ParticipantId | null,
  world: World,
): void {
  const kind = need(registry[need(doc.board.phases[id], 'unknown-phase').kind], 'unknown-phase');
  // A kind's hooks are called with that same kind's phase only.
  (kind[hook] as ((at: unknown) => void) | undefined)?.(serverAt(doc, kind, id, me, world));
}

/** Moves around the flow of a draft. Only server commands come here. */
export function steering(doc: Doc, registry: Registry, me: ParticipantId | null, world: World) {
  const { board } = doc;
  const phaseOf = (id: PhaseId): Phase => need(board.phases[id], 'unknown-phase');

  const close = (id: PhaseId): void => {
    call('close', doc, registry, id, me, world);
    phaseOf(id).status = 'done';
    stopTimer(board, id);
    for (const each of board.flow.slice(0, board.flow.indexOf(id)))
      if (isBeside(phaseOf(each))) close(each);
  };

  const isPaused = (id: PhaseId): boolean => phaseOf(id).status === 'ahead' && phaseOf(id).begun;

  const pause = (id: PhaseId): void => {
    phaseOf(id).status = 'ahead';
    stopTimer(board, id);
  };

  const pauseWhatStandsOn = (id: PhaseId): void => {
    for (const later of takenBackBy(board, registry, id)) {
      call('reopen', doc, registry, later, me, world);
      pause(later);
    }
  };

  const open = (id: PhaseId): void => {
    const phase = phaseOf(id);
    const isAgain = phase.begun && phase.status !== 'ahead';
    if (isAgain) call('reopen', doc, registry, id, me, world);
    // What somebody opens once more would be closed by the clock at its next look.
    if (me !== null && phase.begun && (isAgain || isOver(phase, world.now))) phase.window = null;
    pauseWhatStandsOn(id);
    phase.status = 'open';
    phase.begun = true;
    phase.ready = {};
    board.at = id;
    call('open', doc, registry, id, me, world);
    if (phase.window?.along) goOnFrom(id);
  };

  const nextAfter = (id: PhaseId): PhaseId | undefined =>
    board.flow.slice(board.flow.indexOf(id) + 1).find((each) => phaseOf(each).status === 'ahead');

  /** Opens a phase whose turn it is; one whose window has not come yet is where everybody waits. */
  const reach = (id: PhaseId): void => {
    const opensAt = phaseOf(id).window?.opensAt ?? null;
    if (opensAt !== null && opensAt > world.now) board.at = id;
    else open(id);
  };

  const goOnFrom = (id: PhaseId): void => {
    const beside = board.flow
      .slice(board.flow.indexOf(id) + 1)
      .find((each) => phaseOf(each).status === 'open');
    if (beside === undefined) {
      const next = nextAfter(id);
      if (next) reach(next);
    } else if (board.at === id) board.at = beside;
  };

  return {
    /** The first phase of a new meeting. */
    begin: reach,

    /** Closes an open phase and goes on to the next one that is still ahead. */
    finish(id: PhaseId): void {
      ensure(phaseOf(id).status === 'open', 'stale');
      close(id);
      goOnFrom(id);
    },

    /**
     * Leads to any phase. What is open or paused before it in the flow is closed; what is open
     * behind it is paused, with all its hands, and goes on when it is reached again.
     */
    lead(id: PhaseId): void {
      const target = board.flow.indexOf(id);
      ensure(target >= 0, 'unknown-phase');
      board.flow.forEach((each, index) => {
        if (each === id) return;
        const isOpen = phaseOf(each).status === 'open';
        if (phaseOf(id).status === 'open' && index < target && isBeside(phaseOf(each))) return;
        if (index < target && (isOpen || isPaused(each))) close(each);
        if (index > target && isOpen) pause(each);
      });
      if (phaseOf(id).status === 'open') board.at = id;
      else open(id);
    },

    /** Leaves a phase out. One that has begun is closed first, so that nothing people wrote is lost. */
    skip(id: PhaseId): void {
      const { status } = phaseOf(id);
      ensure(status === 'ahead' || status === 'open', 'stale');
      if (status === 'open' || isPaused(id)) close(id);
      phaseOf(id).status = 'skipped';
      if (status === 'open' || board.at === id) goOnFrom(id);
    },

    /** Moves a phase that is still ahead behind another one (null: to the front). */
    move(id: PhaseId, behind: PhaseId | null): void {
      ensure(phaseOf(id).status === 'ahead', 'stale');
      ensure(behind === null || (behind !== id && board.flow.includes(behind)), 'unknown-phase');
      const rest = board.flow.filter((each) => each !== id);
      const index = behind === null ? 0 : rest.indexOf(behind) + 1;
      const flow = [...rest.slice(0, index), id, ...rest.slice(index)];
      ensure(
        checkFlow(
          flow.map((each) => phaseOf(each).kind),
          registry,
        ).length === 0,
        'missing-input',
      );
      board.flow = flow;
    },

    /** Ends the meeting; every phase that is open or paused is closed as if it had been finished. */
    end(): void {
      for (const id of board.flow) if (phaseOf(id).status === 'open' || isPaused(id)) close(id);
      board.status = 'ended';
      board.endedAt = world.now;
      board.timer = null;
    },

    /** Opens an ended meeting again where it was left. */
    resume(): void {
      board.status = 'running';
      board.endedAt = null;
      open(board.at);
    },
  };
}

/** Open beside a later one. */
const isBeside = ({ status, window }: Phase): boolean =>
  status === 'open' && window?.along === true;

const isOver = ({ window }: Phase, now: number): boolean => (window?.closesAt ?? Infinity) <= now;

function stopTimer(board: Board, phase: PhaseId): void {
  if (board.timer?.phase === phase) board.timer = null;
}

/** Settings as the activity gives them, checked and completed by the kind. Throws a ZodError. */
export const settingsOf = (kind: PhaseKind, raw: unknown): object =>
  z.parse(kind.settings, raw ?? {});
