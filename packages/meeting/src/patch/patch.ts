import { emptyHand, type Doc } from '../document.ts';
import type { ParticipantId } from '../ids.ts';
import { applyInPlace, type Op } from './op.ts';

/** What a command changed, by who may learn it. Paths are relative to the board, the hand, the ledger. */
export interface Patch {
  board: Op[];
  hands: Record<ParticipantId, Op[]>;
  ledger: Op[];
}

export const emptyPatch = (): Patch => ({ board: [], hands: {}, ledger: [] });

/** The people whose hands a patch changes. */
export const handsIn = (patch: Patch): ParticipantId[] =>
  Object.keys(patch.hands) as ParticipantId[];

/** Changes `doc` itself and returns the patch that undoes it. A hand that is not there counts as empty. */
export function applyPatch(doc: Doc, patch: Patch): Patch {
  const undo: Patch = {
    board: applyInPlace(doc.board, patch.board),
    hands: {},
    ledger: applyInPlace(doc.ledger, patch.ledger),
  };
  for (const person of handsIn(patch)) {
    undo.hands[person] = applyInPlace(
      (doc.hands[person] ??= emptyHand()),
      patch.hands[person] ?? [],
    );
  }
  return undo;
}

/** Appends what `next` changed to `patch`. */
export function addTo(patch: Patch, next: Patch): void {
  patch.board.push(...next.board);
  patch.ledger.push(...next.ledger);
  for (const person of handsIn(next))
    (patch.hands[person] ??= []).push(...(next.hands[person] ?? []));
}
