import type { Chance, Move, PhasePlay, PlayAt } from '@rondo/live/testing';
import type { Doc, PhaseId } from '@rondo/meeting';
import {
  asksForOptions,
  FEWEST_ANSWERS,
  LONGEST_QUESTION,
  LONGEST_REASON,
  mostChoices,
  needsReason,
  WAYS,
  type PollHand,
  type PollSettings,
  type PollState,
} from '../domain/index.ts';

// The phase is of this kind, so its settings, its state and the hand's part are too.
const settingsAt = ({ view, phase }: PlayAt): PollSettings =>
  view.board.phases[phase]?.settings as PollSettings;
const stateAt = ({ view, phase }: PlayAt): PollState =>
  view.board.phases[phase]?.state as PollState;
const handAt = ({ view, phase }: PlayAt): PollHand | undefined =>
  view.hand.phases[phase] as PollHand | undefined;

const someText = (chance: Chance, longest: number): string =>
  chance.oneIn(30) ? 'x'.repeat(longest + 1) : chance.text();

/** Some of the options in any order; never none where there are any. */
function someChoice(at: PlayAt): string[] {
  const { chance } = at;
  const { options } = stateAt(at);
  const mixed = options
    .map(({ id }) => ({ id, place: chance.below(1_000) }))
    .sort((a, b) => a.place - b.place)
    .map(({ id }) => id);
  const most = mostChoices(settingsAt(at), options.length);
  return mixed.slice(0, 1 + chance.below(Math.max(1, most)));
}

function someAnswer(at: PlayAt): Move {
  const { chance } = at;
  const state = stateAt(at);
  const asked = chance.oneIn(25) ? state.asked + 1 : state.asked;
  if (chance.oneIn(8)) return { name: 'answer', args: { asked, choice: [], reason: '' } };
  if (chance.oneIn(25)) return { name: 'answer', args: { asked, choice: ['none'], reason: '' } };
  const isAgainst = settingsAt(at).way === 'consent' && chance.oneIn(2);
  const choice = isAgainst ? ['objection'] : someChoice(at);
  const isExplained = needsReason(settingsAt(at), choice) ? !chance.oneIn(15) : chance.oneIn(2);
  const reason = isExplained ? someText(chance, LONGEST_REASON) : '';
  return { name: 'answer', args: { asked, choice, reason } };
}

/** What may be changed until the first answer. */
function prepare(at: PlayAt): Move {
  const { chance } = at;
  switch (chance.below(3)) {
    case 0:
      return { name: 'setQuestion', args: { text: someText(chance, LONGEST_QUESTION) } };
    case 1:
      return { name: 'removeOption', args: { id: chance.pick(stateAt(at).options)?.id ?? 'none' } };
    default:
      return { name: 'setAnonymous', args: { anonymous: chance.oneIn(2) } };
  }
}

/** What comes once the answers lie open. */
const conclude = ({ chance }: PlayAt): Move =>
  chance.oneIn(2)
    ? { name: 'askAgain', args: { fresh: chance.oneIn(2) } }
    : { name: 'setDecision', args: { text: chance.oneIn(6) ? ' ' : chance.text() } };

function lead(at: PlayAt): Move {
  const { chance } = at;
  if (chance.oneIn(8)) return chance.oneIn(2) ? prepare(at) : conclude(at);
  const { answers, result } = stateAt(at);
  if (result !== null) return conclude(at);
  return answers === 0 ? prepare(at) : { name: 'revealAnswers', args: {} };
}

/** Says what is counted wrongly, or told of too few people; null: nothing. */
function broken({ board, hands }: Doc, id: PhaseId): string | null {
  const phase = board.phases[id];
  if (!phase) return null;
  // As above.
  const settings = phase.settings as PollSettings;
  const { result, answers } = phase.state as PollState;
  const given = Object.values(hands).flatMap((hand) => {
    const part = hand.phases[id] as PollHand | undefined;
    return part && part.choice.length > 0 ? [part] : [];
  });
  if (given.some(({ choice, reason }) => needsReason(settings, choice) && reason === ''))
    return 'an objection has no reason';
  if (result === null && phase.status === 'open' && given.length !== answers)
    return `${answers} are said to have answered, ${given.length} have`;
  if (result && !result.tooFew && !result.choices && result.answers < FEWEST_ANSWERS)
    return `anonymous answers of ${result.answers} are shown`;
  return null;
}

export const pollPlay: PhasePlay = {
  kind: 'poll',

  settings: (chance) => {
    // Objections are the rarest of all answers.
    const way = chance.oneIn(3) ? 'consent' : (chance.pick(WAYS) ?? 'single');
    const anonymous = chance.oneIn(2);
    if (!asksForOptions(way)) return { way, anonymous };
    const options = ['tea', 'coffee', 'water', 'juice']
      .slice(0, 2 + chance.below(3))
      .map((id) => ({ id, label: id }));
    return { way, anonymous, options, choices: 1 + chance.below(3), open: chance.oneIn(2) };
  },

  move: (at) => {
    const { chance } = at;
    const { answers, result } = stateAt(at);
    if (result !== null && handAt(at)?.choice[0] === 'objection' && !chance.oneIn(3)) {
      return { name: 'withdrawObjection', args: {} };
    }
    // What may be changed until the first answer takes its time.
    if (answers === 0 && result === null && !at.steers && chance.oneIn(2)) return null;
    if (at.steers ? chance.oneIn(3) : chance.oneIn(40)) return lead(at);
    if (chance.oneIn(6)) {
      return { name: 'addOption', args: { id: chance.id(), text: someText(chance, 120) } };
    }
    return chance.oneIn(30) ? { name: 'withdrawObjection', args: {} } : someAnswer(at);
  },

  // That somebody has answered is shown as a number; what, and why, is not.
  twin: (move, original, twin) => {
    if (move.name === 'revealAnswers' || move.name === 'askAgain') return null;
    if (move.name !== 'answer' || stateAt(original).result !== null) return move;
    const { asked, choice, reason } = move.args as {
      asked: number;
      choice: string[];
      reason: string;
    };
    const known = stateAt(original).options;
    const isPlayable =
      choice.length > 0 &&
      choice.every((each) => known.some(({ id }) => id === each)) &&
      reason.length <= LONGEST_REASON &&
      (reason !== '' || !needsReason(settingsAt(original), choice));
    if (!isPlayable) return move;
    const other = someChoice(twin);
    if (other.length === 0) return move;
    const isExplained = needsReason(settingsAt(twin), other) || twin.chance.oneIn(2);
    return {
      name: move.name,
      args: { asked, choice: other, reason: isExplained ? twin.chance.text() : '' },
    };
  },

  broken,
};
