import { ensure, need, type ParticipantId, type ServerAt } from '@rondo/meeting';
import type { RespondSettings } from './settings.ts';
import { nothingShown, type RespondHand, type RespondState, type Shown } from './state.ts';

export type At = ServerAt<RespondSettings, RespondState, RespondHand>;

/** Where what this person gives belongs: the board, the hands of those who have answered, or only their own. */
export function placesFor(at: At, me: ParticipantId): Shown[] {
  if (at.state.revealed) return [at.state.shown];
  const opensOthers = at.settings.visible === 'after-own';
  if (at.handOf(me).shown === null) {
    const [one] = opensOthers ? circleOf(at) : [];
    at.handOf(me).shown = one ?? nothingShown();
  }
  // Read again: what was just written comes back as a draft.
  return opensOthers ? circleOf(at) : [need(at.handOf(me).shown, 'not-found')];
}

/** Where something can be said about answers; refuses whoever does not see those of others yet. */
export function placesToTalk(at: At, me: ParticipantId): Shown[] {
  if (at.state.revealed) return [at.state.shown];
  ensure(at.settings.visible === 'after-own' && at.handOf(me).shown !== null, 'not-allowed');
  return circleOf(at);
}

/** What the hands of those who have answered hold: the same in each. */
const circleOf = ({ hands }: At): Shown[] => hands().flatMap(([, hand]) => hand.shown ?? []);

/** Lays everything on the board that was given, for good. */
export function reveal(at: At): void {
  const { state } = at;
  if (state.revealed) return;
  state.revealed = true;
  for (const shown of circleOf(at)) {
    Object.assign(state.shown.answers, shown.answers);
    Object.assign(state.shown.comments, shown.comments);
    Object.assign(state.shown.reactions, shown.reactions);
    state.shown.said = Math.max(state.shown.said, shown.said);
  }
  for (const [, hand] of at.hands()) hand.shown = null;
}
