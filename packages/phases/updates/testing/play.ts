import type { Chance, Move, PhasePlay, PlayAt } from '@rondo/live/testing';
import { peopleIn, type Doc, type ParticipantId, type PhaseId } from '@rondo/meeting';
import { LONGEST_UPDATE, type UpdatesState } from '../domain/index.ts';

const stateAt = ({ view, phase }: PlayAt): UpdatesState =>
  // The phase is of this kind, so its state is too.
  view.board.phases[phase]?.state as UpdatesState;

const somebody = ({ view, chance }: PlayAt): ParticipantId =>
  chance.pick(peopleIn(view.board)) ?? chance.id<'participant'>();

const someText = (chance: Chance): string =>
  chance.oneIn(30) ? 'x'.repeat(LONGEST_UPDATE + 1) : chance.text();

function steer(at: PlayAt): Move {
  const { chance } = at;
  switch (chance.below(6)) {
    case 0:
      return { name: 'drawAgain', args: {} };
    case 1:
      return { name: 'giveTurn', args: { person: somebody(at) } };
    case 2: {
      const behind = chance.oneIn(3) ? null : somebody(at);
      return { name: 'moveTurn', args: { person: somebody(at), behind } };
    }
    default:
      return { name: 'startRound', args: {} };
  }
}

/** Nobody is in the order twice, and whoever has the turn is in it. */
function broken({ board }: Doc, id: PhaseId): string | null {
  const phase = board.phases[id];
  if (!phase) return null;
  // The phase is of this kind, so its state is too.
  const { order, current } = (phase.state as UpdatesState).turns;
  if (new Set(order).size !== order.length) return 'somebody is in the order twice';
  if (current !== null && !order.includes(current)) return 'a turn of somebody without a place';
  return null;
}

export const updatesPlay: PhasePlay = {
  kind: 'updates',

  settings: (chance) => ({
    order: chance.oneIn(2) ? 'shuffled' : 'by-name',
    ...(chance.oneIn(2) && { secondsPerPerson: 15 + chance.below(100) }),
  }),

  move: (at) => {
    const { chance } = at;
    if (at.steers ? chance.oneIn(3) : chance.oneIn(30)) return steer(at);
    const { turns, tasks } = stateAt(at);
    switch (chance.below(5)) {
      case 0:
      case 1: {
        const person = (chance.oneIn(6) ? null : turns.current) ?? somebody(at);
        const how = chance.pick(['spoke', 'spoke', 'passed', 'later']);
        return { name: 'endTurn', args: { person, how } };
      }
      case 2: {
        const task = chance.pick(Object.keys(tasks)) ?? 'none';
        return { name: 'settleTask', args: { task, verdict: chance.pick(['done', 'keep', null]) } };
      }
      default:
        return {
          name: 'writeUpdate',
          args: { text: chance.oneIn(6) ? null : someText(chance) },
        };
    }
  },

  broken,
};
