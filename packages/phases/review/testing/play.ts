import type { PhasePlay, PlayAt } from '@rondo/live/testing';
import { peopleIn } from '@rondo/meeting';
import type { ReviewState } from '../domain/index.ts';

const stateAt = ({ view, phase }: PlayAt): ReviewState =>
  // The phase is of this kind, so its state is too.
  view.board.phases[phase]?.state as ReviewState;

/** Mostly one that is there, now and then one that never was. */
const one = (at: PlayAt): string =>
  (at.chance.oneIn(20) ? undefined : at.chance.pick(stateAt(at).order)) ?? at.chance.id();

export const reviewPlay: PhasePlay = {
  kind: 'review',

  settings: (chance) => ({
    way: chance.oneIn(2) ? 'list' : 'one-by-one',
    askIfHelped: !chance.oneIn(4),
  }),

  move: (at) => {
    const { chance, view } = at;
    const task = one(at);
    switch (chance.below(7)) {
      case 0:
        return { name: 'lookAt', args: { task } };
      case 1:
        return {
          name: 'amend',
          args: {
            task,
            ...(chance.oneIn(2) && { text: chance.oneIn(20) ? ' ' : chance.text() }),
            ...(chance.oneIn(3) && { owner: chance.pick(peopleIn(view.board)) ?? null }),
            ...(chance.oneIn(3) && { due: chance.oneIn(2) ? null : '2027-01-31' }),
          },
        };
      case 2:
      case 3: {
        const verdict = chance.pick(['done', 'done', 'done', 'keep', 'dropped', null]) ?? null;
        return { name: 'setVerdict', args: { task, verdict } };
      }
      default: {
        const helped = chance.oneIn(6) ? null : chance.oneIn(2);
        return { name: 'setHelped', args: { task, helped } };
      }
    }
  },

  // That somebody has answered is shown as a number; what, is not.
  twin: (move, original, twin) => {
    if (move.name !== 'setHelped') return move;
    const { task, helped } = move.args as { task: string; helped: boolean | null };
    if (helped === null) return move;
    // What is shown at the close differs with what was answered: then it must be the same in both.
    const { status } = original.view.board.phases[original.phase] ?? {};
    return status === 'open'
      ? { name: move.name, args: { task, helped: twin.chance.oneIn(2) } }
      : move;
  },

  broken: (doc, phase) => {
    const state = doc.board.phases[phase]?.state as ReviewState | undefined;
    const sum = Object.values(state?.tasks ?? {}).some(
      ({ answers, helped }) => answers < 0 || (helped && helped.yes + helped.no !== answers),
    );
    return sum ? 'answers and counts do not fit' : null;
  },
};
