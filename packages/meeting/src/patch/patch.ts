import { emptyHand, type Doc, type Hand } from '../document.ts';
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
  for (const person of handsIn(patch))
    undo.hands[person] = applyInPlace(handIn(doc, person), patch.hands[person] ?? []);
  return undo;
}

function handIn(doc: Doc, person: ParticipantId): Hand {
  const hand = doc.hands[person];
  if (hand) return hand;
  applyInPlace(doc.hands, [[[person], { phases: {} }]]);
  return doc.hands[person] ?? emptyHand();
}

/** Appends what `next` changed to `patch`. */
export function addTo(patch: Patch, next: Patch): void {
  patch.board.push(...next.board);
  patch.ledger.push(...next.ledger);
  for (const person of handsIn(next))
    (patch.hands[person] ??= []).push(...(next.hands[person] ?? []));
}
