import type { Doc, ParticipantId, PhaseId, View } from '@rondo/meeting';
import type { Chance } from './chance.ts';

/** One thing somebody does: a command of the phase, by name, with its arguments. */
export interface Move {
  name: string;
  args: unknown;
}

/** What a player sees when it is their turn. */
export interface PlayAt {
  view: View;
  me: ParticipantId;
  phase: PhaseId;
  /** True for the facilitator. */
  steers: boolean;
  chance: Chance;
}

/**
 * How people play one kind of phase in tests. The simulation, the prediction test and the
 * non-interference test all draw their commands from here, so a kind that brings its play is
 * covered by all three.
 */
export interface PhasePlay {
  kind: string;
  /** Settings as an activity might give them; drawn anew for every history. */
  settings: (chance: Chance) => unknown;
  /**
   * Something this person might do now; null: nothing comes to mind. Mostly what makes sense in
   * this view, now and then something invalid (a thing that is gone, too long a text, one vote too
   * many) or by the wrong person. Every command of the kind must come up, and every text of a
   * person must come from `chance.text()`. Called in every status of the phase, also for phases
   * ahead and done.
   */
  move: (at: PlayAt) => Move | null;
  /**
   * The same move in a twin history which differs only in what is hidden from others while the
   * phase is open: another text on a face-down card, a vote for another topic. Whoever is not its
   * author must not be able to tell the two apart: same validity, same visible effect. `twin` is
   * the author's view in the twin history, `original` in the first one. Null: no such twin exists, or
   * the move shows what was hidden; it is left out of both. Absent: the kind hides nothing, its moves are the same in both.
   */
  twin?: (move: Move, original: PlayAt, twin: PlayAt) => Move | null;
  /** What must hold of the phase after every entry, whatever happens: says what is broken, or null. */
  broken?: (doc: Doc, phase: PhaseId) => string | null;
}
