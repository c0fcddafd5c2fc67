import type { Board, Doc } from './document.ts';
import { emptyHand } from './document.ts';
import { steering } from './flow.ts';
import type { ParticipantId, PhaseId } from './ids.ts';
import { compareText } from './order.ts';
import { peopleIn } from './people.ts';
import type { DoneAt, Registry, World } from './phase-kind.ts';

/** Who is waited for: everybody who is in, and the members of the team who have not come yet. */
export function expectedIn(board: Board): ParticipantId[] {
  // The record's own keys are participant ids.
  const invited = Object.keys(board.expected ?? {}) as ParticipantId[];
  const notYet = invited.filter((person) => board.people[person] === undefined);
  return [...peopleIn(board), ...notYet].sort(compareText);
}

/** Whether somebody has done their part of a phase. Reads that person's hand: not to be told to others as it is. */
export function isDone(doc: Doc, registry: Registry, id: PhaseId, person: ParticipantId): boolean {
  const phase = doc.board.phases[id];
  const kind = phase && registry[phase.kind];
  if (!phase || !kind) return false;
  if (!kind.done) return phase.ready[person] === true;
  const hand = (doc.hands[person] ?? emptyHand()).phases[id] ?? kind.hand();
  const at: DoneAt<object, object, object> = {
    board: doc.board,
    phase,
    settings: phase.settings,
    state: phase.state,
    hand,
    person,
  };
  // The phase is of this kind, so its parts are too.
  return (kind.done as (at: unknown) => boolean)(at);
}

/** Who of those who are expected has not done their part. For reminders; never sent to anybody else. */
export const missingFrom = (doc: Doc, registry: Registry, id: PhaseId): ParticipantId[] =>
  expectedIn(doc.board).filter((person) => !isDone(doc, registry, id, person));

/**
 * Opens and closes what is due by the clock, and ends a meeting whose last phase was closed so.
 * @returns whether anything was due
 */
export function tendWindows(doc: Doc, registry: Registry, world: World): boolean {
  const steer = steering(doc, registry, null, world);
  let tended = false;
  // Each round opens or closes one phase, so there are at most two for each.
  for (let round = doc.board.flow.length * 2; round > 0; round--) {
    const due = nextStep(doc, registry, world);
    if (due === null) break;
    tended = true;
    if (due.does === 'end') {
      steer.end();
      break;
    }
    if (due.does === 'close') steer.finish(due.phase);
    else steer.lead(due.phase);
  }
  return tended;
}

type Step = { does: 'close' | 'open'; phase: PhaseId } | { does: 'end' };

function nextStep(doc: Doc, registry: Registry, { now }: World): Step | null {
  const { board } = doc;
  const phases = board.flow.flatMap((id) => {
    const phase = board.phases[id];
    return phase ? [{ id, ...phase }] : [];
  });
  for (const { id, status, window } of phases) {
    if (status !== 'open' || !window) continue;
    const isOver = window.closesAt !== null && window.closesAt <= now;
    if (isOver || (window.whenDone && isEverybodyDone(doc, registry, id)))
      return { does: 'close', phase: id };
  }
  // What is open beside another one holds nothing up.
  const next = phases.find(
    ({ status, window }) => status === 'ahead' || (status === 'open' && !window?.along),
  );
  if (next?.status === 'ahead' && next.window) {
    const { opensAt } = next.window;
    if (opensAt !== null && opensAt <= now) return { does: 'open', phase: next.id };
  }
  if (next !== undefined) return null;
  const last = phases.findLast(({ status }) => status === 'done');
  if (!last?.window) return null;
  // Nobody is late any more where everybody has been here.
  const mayEnd = (last.window.lateUntil ?? now) <= now || isEverybodyDone(doc, registry, last.id);
  return mayEnd ? { does: 'end' } : null;
}

const isEverybodyDone = (doc: Doc, registry: Registry, id: PhaseId): boolean =>
  expectedIn(doc.board).length > 0 && missingFrom(doc, registry, id).length === 0;

/** Due at every look: whether everybody is done only the hands tell. */
const ALWAYS = 0;

/** When the clock has to be looked at next, ms since 1970 (0: again and again); null: never, as nothing here goes by it. */
export function nextDue(board: Board): number | null {
  if (board.status === 'ended') return null;
  const moments = board.flow.flatMap((id) => {
    const phase = board.phases[id];
    const window = phase?.window;
    if (!phase || !window) return [];
    const { opensAt, closesAt, whenDone, lateUntil } = window;
    switch (phase.status) {
      case 'ahead':
        return [opensAt];
      case 'open':
        return [whenDone ? ALWAYS : closesAt];
      case 'done':
        return [lateUntil];
      case 'skipped':
        return [];
    }
  });
  const known = moments.filter((each) => each !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** The next moment at which somebody may have to be reminded, ms since 1970; null: none is planned. */
export function nextReminder(board: Board, after: number): number | null {
  if (board.status === 'ended') return null;
  const moments = Object.values(board.phases).flatMap(({ status, window }) =>
    (status === 'open' || status === 'ahead') && window?.remindAt && window.remindAt > after
      ? [window.remindAt]
      : [],
  );
  return moments.length === 0 ? null : Math.min(...moments);
}
