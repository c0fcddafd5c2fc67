import type { Chance, PhasePlay, PlayAt } from '@rondo/live/testing';
import { answersIn, type Doc, type PhaseId } from '@rondo/meeting';
import {
  LONGEST_COMMENT,
  type RateHand,
  type RateSettings,
  type RateState,
} from '../domain/index.ts';

const settingsAt = ({ view, phase }: PlayAt): RateSettings =>
  // The phase is of this kind, so its settings, its state and the hand's part are too.
  view.board.phases[phase]?.settings as RateSettings;

const stateAt = ({ view, phase }: PlayAt): RateState =>
  view.board.phases[phase]?.state as RateState;

const handAt = ({ view, phase }: PlayAt): RateHand | undefined =>
  view.hand.phases[phase] as RateHand | undefined;

const someStatement = (at: PlayAt): string =>
  at.chance.oneIn(20) ? 'no-such' : (at.chance.pick(settingsAt(at).statements)?.id ?? 'none');

const someText = (chance: Chance): string =>
  chance.oneIn(30) ? 'x'.repeat(LONGEST_COMMENT + 1) : chance.oneIn(8) ? '  ' : chance.text();

/** Says what a result tells of too few people; null: nothing is wrong. */
function broken(doc: Doc, id: PhaseId): string | null {
  const phase = doc.board.phases[id];
  if (!phase) return null;
  // As above.
  const { fewest } = phase.settings as RateSettings;
  const { results, handedIn } = phase.state as RateState;
  for (const [statement, { counts, comments }] of Object.entries(results)) {
    const answers = answersIn(counts);
    if (answers < fewest)
      return `${statement} is shown of ${answers} answers, fewer than ${fewest}`;
    if (comments.length > answers) return `${statement} has more comments than answers`;
  }
  const hands = Object.values(doc.hands).flatMap((hand) => {
    const part = hand.phases[id] as RateHand | undefined;
    return part?.handedIn ? [part] : [];
  });
  return hands.length === handedIn || phase.status !== 'open'
    ? null
    : `${handedIn} are said to have handed in, ${hands.length} have`;
}

export const ratePlay: PhasePlay = {
  kind: 'rate',

  settings: (chance) => ({
    statements: ['pace', 'trust', 'focus']
      .slice(0, 1 + chance.below(3))
      .map((id) => ({ id, text: id })),
    scale: { points: chance.pick([2, 3, 5, 11]) },
    fewest: 3,
    comments: !chance.oneIn(4),
  }),

  move: (at) => {
    const { chance } = at;
    const { fewest, scale } = settingsAt(at);
    const { handedIn, shown } = stateAt(at);
    const isEnough = handedIn - shown >= fewest;
    if (at.steers ? chance.oneIn(isEnough ? 2 : 8) : chance.oneIn(60)) {
      return chance.oneIn(isEnough ? 20 : 4)
        ? { name: 'setFewest', args: { fewest: chance.pick([2, 3, 3, 3, 4]) } }
        : { name: 'revealResults', args: {} };
    }
    const hand = handAt(at);
    const isReady = hand !== undefined && !hand.handedIn && Object.keys(hand.answers).length > 0;
    if (chance.oneIn(isReady ? 2 : 20)) return { name: 'handIn', args: {} };
    if (chance.oneIn(30)) return { name: 'takeBack', args: {} };
    if (chance.oneIn(3))
      return { name: 'commentOn', args: { statement: someStatement(at), text: someText(chance) } };
    const value = chance.oneIn(10) ? null : chance.below(scale.points + 1);
    return { name: 'setAnswer', args: { statement: someStatement(at), value } };
  },

  // What is answered and said is hidden; only how many have handed in is seen.
  twin: (move, original, twin) => {
    if (move.name === 'revealResults') return null;
    const { statement, value, text } = move.args as {
      statement?: string;
      value?: number | null;
      text?: string;
    };
    const { points } = settingsAt(original).scale;
    if (typeof value === 'number' && value < points)
      return { name: move.name, args: { statement, value: twin.chance.below(points) } };
    if (text === undefined || text.length > LONGEST_COMMENT || text.trim() === '') return move;
    return { name: move.name, args: { statement, text: twin.chance.text() } };
  },

  broken,
};
