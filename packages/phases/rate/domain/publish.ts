import { compareText, type ServerAt, type World } from '@rondo/meeting';
import type { RateSettings } from './settings.ts';
import type { RateHand, RateState } from './state.ts';

type At = ServerAt<RateSettings, RateState, RateHand>;

/** How many have handed in since results were last shown. */
export const fresh = ({ hands }: Pick<At, 'hands'>): number =>
  hands().filter(([, hand]) => hand.handedIn && !hand.shown).length;

/**
 * Shows what may be shown. The rule that no two results can be subtracted to find one person's answer:
 *
 * - Nothing at all happens until `fewest` people have handed in since the last time. Otherwise whoever
 *   asks after each single person would see which statements that one skipped.
 * - To a statement's result a *block* is added: the answers that are in no earlier block, and only if
 *   these are `fewest` or more. An answer in a block is final and never leaves it. So whatever is added,
 *   subtracted or compared, the smallest thing anybody can learn is the sum of one block.
 * - Comments come with the block of their author's answer, shuffled anew in each statement.
 */
export function publish(at: At): void {
  const { settings, state, hands, world } = at;
  if (fresh(at) < settings.fewest) return;
  const handedIn = hands().flatMap(([, hand]) => (hand.handedIn ? [hand] : []));
  for (const { id } of settings.statements) {
    const before = state.results[id];
    if (before?.isFinal) continue;
    const block = handedIn.filter(
      ({ answers, counted }) => answers[id] !== undefined && counted[id] === undefined,
    );
    if (block.length < settings.fewest) continue;
    const counts = Array.from(
      { length: settings.scale.points },
      (_, point) =>
        (before?.counts[point] ?? 0) + block.filter(({ answers }) => answers[id] === point).length,
    );
    const comments = block.flatMap((hand) => hand.comments[id] ?? []);
    state.results[id] = {
      counts,
      comments: [...(before?.comments ?? []), ...shuffled(comments, world)],
      isFinal: false,
    };
    for (const hand of block) hand.counted[id] = true;
  }
  for (const hand of handedIn) hand.shown = true;
  state.shown = handedIn.length;
}

/** In an order that depends on the texts and on chance alone, not on whose hand they lay in. */
function shuffled(texts: readonly string[], { random }: World): string[] {
  return texts
    .toSorted(compareText)
    .map((text) => ({ text, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ text }) => text);
}

/**
 * A phase goes on. After the end of a meeting all hands are burnt, so nobody can say any more who is
 * counted in what was shown: that stays as it is, for somebody counted twice could be found.
 */
export function goOn({ state, hands }: At): void {
  const all = hands().map(([, hand]) => hand);
  for (const [id, shown] of Object.entries(state.results)) {
    const isKnown = all.some(({ counted }) => counted[id]);
    if (!isKnown && !shown.isFinal) state.results[id] = { ...shown, isFinal: true };
  }
  state.handedIn = all.filter(({ handedIn }) => handedIn).length;
  state.shown = all.filter(({ shown }) => shown).length;
}
