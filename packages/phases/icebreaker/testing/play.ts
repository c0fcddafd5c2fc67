import type { Chance, PhasePlay, PlayAt } from '@rondo/live/testing';
import { peopleIn, type ParticipantId } from '@rondo/meeting';
import { LONGEST_ANSWER, type IcebreakerState } from '../domain/index.ts';

const stateAt = ({ view, phase }: PlayAt): IcebreakerState | undefined =>
  // The phase is of this kind, so its state is too.
  view.board.phases[phase]?.state as IcebreakerState | undefined;

const somebody = ({ view, chance }: PlayAt): ParticipantId =>
  chance.pick(peopleIn(view.board)) ?? chance.id<'participant'>();

const someText = (chance: Chance, longest: number): string =>
  chance.oneIn(30) ? 'x'.repeat(longest + 1) : chance.text();

/** Mostly ends the turn that is going on; now and then somebody else's. */
const turnToEnd = (at: PlayAt): ParticipantId =>
  (at.chance.oneIn(6) ? null : stateAt(at)?.turns.current) ?? somebody(at);

export const icebreakerPlay: PhasePlay = {
  kind: 'icebreaker',

  settings: (chance) => ({ mode: chance.oneIn(3) ? 'turns' : 'together' }),

  move: (at) => {
    const { chance } = at;
    if (at.steers ? chance.oneIn(3) : chance.oneIn(30)) {
      switch (chance.below(7)) {
        case 0:
          return { name: 'rerollQuestion', args: {} };
        case 1:
          return { name: 'askOwn', args: { text: someText(chance, 200) } };
        case 2:
          return { name: 'setMode', args: { mode: chance.oneIn(3) ? 'turns' : 'together' } };
        case 3:
          return { name: 'giveTurn', args: { person: somebody(at) } };
        case 4:
          return { name: 'revealAnswers', args: {} };
        default:
          return { name: 'startTurns', args: {} };
      }
    }
    if (chance.oneIn(3)) {
      return { name: 'endTurn', args: { person: turnToEnd(at), passed: chance.oneIn(3) } };
    }
    const text = chance.oneIn(6) ? null : someText(chance, LONGEST_ANSWER);
    return { name: 'writeAnswer', args: { text } };
  },

  // What an answer says is hidden until all are turned over.
  twin: (move, original, twin) => {
    if (move.name === 'revealAnswers') return null;
    if (move.name !== 'writeAnswer' || stateAt(original)?.answers !== null) return move;
    const { text } = move.args as { text: string | null };
    if (text === null || text.length > LONGEST_ANSWER) return move;
    return { name: move.name, args: { text: twin.chance.text() } };
  },
};
