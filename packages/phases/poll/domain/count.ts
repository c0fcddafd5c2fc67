import { compareText, type Id, type ParticipantId, type ServerAt } from '@rondo/meeting';
import { runoff } from './runoff.ts';
import type { PollSettings } from './settings.ts';
import {
  FEWEST_ANSWERS,
  type PollHand,
  type PollResult,
  type PollState,
  type Reason,
} from './state.ts';

type At = ServerAt<PollSettings, PollState, PollHand>;

const answered = ({ hands }: At): [ParticipantId, PollHand][] =>
  hands().filter(([, { choice }]) => choice.length > 0);

/** Turns all answers over: numbers, and names only where the poll was with names. */
export function turnOver(at: At): void {
  const { settings, state } = at;
  if (state.result) return;
  const given = answered(at);
  const tooFew = settings.anonymous && given.length < FEWEST_ANSWERS;
  state.answers = given.length;
  state.result = tooFew
    ? { ...NOTHING, answers: given.length, tooFew }
    : { ...counted(at, given), reasons: reasonsOf(at, given) };
}

const NOTHING: PollResult = {
  answers: 0,
  tooFew: false,
  counts: {},
  winners: [],
  reasons: [],
  choices: null,
  rounds: null,
};

function counted({ settings, state }: At, given: readonly [ParticipantId, PollHand][]): PollResult {
  const options = state.options.map(({ id }) => id);
  const ballots = given.map(([, { choice }]) => [...choice]);
  const isRanked = settings.way === 'ranked';
  const counts: Record<string, number> = {};
  for (const id of options) {
    counts[id] = ballots.filter((each) => (isRanked ? each[0] === id : each.includes(id))).length;
  }
  const most = Math.max(1, ...Object.values(counts));
  const { rounds, winners } = isRanked
    ? runoff(options, ballots)
    : { rounds: null, winners: options.filter((id) => counts[id] === most) };
  const choices: PollResult['choices'] = settings.anonymous ? null : {};
  if (choices) for (const [person, { choice }] of given) choices[person] = [...choice];
  return { ...NOTHING, answers: given.length, counts, winners, choices, rounds };
}

/** In an order that depends on the texts and on chance alone, not on whose hand they lay in. */
function reasonsOf(
  { settings, handOf, world }: At,
  given: readonly [ParticipantId, PollHand][],
): Reason[] {
  return given
    .filter(([, { reason }]) => reason !== '')
    .sort(([, a], [, b]) => compareText(a.reason, b.reason))
    .map((each) => ({ each, place: world.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ each: [person, hand] }) => {
      const id: Id<'reason'> = world.id();
      handOf(person).given = id;
      const reason = { id, text: hand.reason, option: hand.choice[0] ?? '' };
      return settings.anonymous ? reason : { ...reason, by: person };
    });
}

/** Nothing was shown, so nothing can be found out by an answer more: people may go on. */
export const isUntold = ({ tooFew, answers }: PollResult): boolean => tooFew || answers === 0;

/** Goes on with the answers that are there, where nothing of them was shown. */
export function goOn(at: At): void {
  if (at.state.result === null || !isUntold(at.state.result)) return;
  at.state.result = null;
  at.state.answers = answered(at).length;
}
