import type { Chance, Move, PhasePlay, PlayAt } from '@rondo/live/testing';
import type { CardId } from '@rondo/meeting';
import { LONGEST_ITEM, type AgendaState } from '../domain/index.ts';

const stateAt = ({ view, phase }: PlayAt): AgendaState =>
  // The phase is of this kind, so its state is too.
  view.board.phases[phase]?.state as AgendaState;

// The record's own keys are card ids.
const itemsAt = (at: PlayAt): CardId[] => Object.keys(stateAt(at).items) as CardId[];

/** Mostly one that is there, now and then one that never was. */
const one = (at: PlayAt): CardId =>
  (at.chance.oneIn(20) ? undefined : at.chance.pick(itemsAt(at))) ?? at.chance.id<'card'>();

function own(at: PlayAt): CardId {
  const mine = itemsAt(at).filter((id) => stateAt(at).items[id]?.by === at.me);
  return at.chance.pick(at.chance.oneIn(6) ? itemsAt(at) : mine) ?? at.chance.id<'card'>();
}

function someText(chance: Chance): string {
  if (chance.oneIn(30)) return 'x'.repeat(LONGEST_ITEM + 1);
  if (chance.oneIn(30)) return '  ';
  return chance.oneIn(3) ? `${chance.text()}\n${chance.text()}` : chance.text();
}

function walk(at: PlayAt): Move {
  const { current } = stateAt(at);
  return at.chance.oneIn(2) && current !== null
    ? { name: 'finishItem', args: { item: current } }
    : { name: at.chance.oneIn(8) ? 'finishItem' : 'openItem', args: { item: one(at) } };
}

export const agendaPlay: PhasePlay = {
  kind: 'agenda',

  settings: (chance) => (chance.oneIn(2) ? {} : { minutesPerItem: 1 + chance.below(10) }),

  move: (at) => {
    const { chance } = at;
    if (at.steers ? chance.oneIn(3) : chance.oneIn(30)) return walk(at);
    switch (chance.below(8)) {
      case 0:
        return { name: 'editCard', args: { id: own(at), text: someText(chance) } };
      case 1:
        return { name: 'deleteCard', args: { id: own(at) } };
      case 2:
        return { name: 'pinItem', args: { item: one(at), pinned: !chance.oneIn(3) } };
      case 3: {
        const behind = chance.oneIn(4) ? null : one(at);
        return { name: 'moveItem', args: { item: one(at), behind } };
      }
      default: {
        const id = chance.oneIn(30) ? one(at) : chance.id<'card'>();
        return {
          name: 'addCard',
          args: { id, group: chance.id<'group'>(), text: someText(chance) },
        };
      }
    }
  },

  broken: (doc, phase) => {
    const state = doc.board.phases[phase]?.state as AgendaState | undefined;
    if (!state) return null;
    const { current, items } = state;
    return current !== null && items[current] === undefined ? 'the present item is gone' : null;
  },
};
