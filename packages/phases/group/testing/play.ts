import type { Chance, PhasePlay, PlayAt } from '@rondo/live/testing';
import type { CardId, GroupId } from '@rondo/meeting';
import { LONGEST_TITLE, type GroupState, type StepId } from '../domain/index.ts';

// The board's own keys are ids of these kinds.
const cardsAt = ({ view }: PlayAt): CardId[] => Object.keys(view.board.cards) as CardId[];
const groupsAt = ({ view }: PlayAt): GroupId[] => Object.keys(view.board.groups) as GroupId[];

function stepsAt({ view, phase }: PlayAt): StepId[] {
  // The phase is of this kind, so its state is too.
  const state = view.board.phases[phase]?.state as GroupState | undefined;
  return Object.keys(state?.steps ?? {}) as StepId[];
}

/** Mostly one that is there, now and then one that never was. */
const one = <T extends string>(chance: Chance, list: readonly T[]): T =>
  (chance.oneIn(20) ? undefined : chance.pick(list)) ?? (chance.id() as string as T);

const someTitle = (chance: Chance): string =>
  chance.oneIn(20) ? 'x'.repeat(LONGEST_TITLE + 1) : chance.text();

function someGroups(at: PlayAt): object[] {
  const { chance } = at;
  return Array.from({ length: 1 + chance.below(3) }, () => ({
    into: chance.oneIn(4) ? one(chance, groupsAt(at)) : chance.id<'group'>(),
    cards: Array.from({ length: 1 + chance.below(4) }, () => one(chance, cardsAt(at))),
    title: chance.oneIn(2) ? someTitle(chance) : null,
  }));
}

export const groupPlay: PhasePlay = {
  kind: 'group',

  settings: () => ({}),

  move: (at) => {
    const { chance } = at;
    const step = chance.id<'step'>();
    const card = (): CardId => one(chance, cardsAt(at));
    const group = (): GroupId => one(chance, groupsAt(at));
    switch (chance.below(9)) {
      case 0:
        return {
          name: 'splitCard',
          args: {
            step,
            card: card(),
            into: chance.oneIn(20) ? group() : chance.id<'group'>(),
            behind: chance.oneIn(2) ? undefined : chance.oneIn(4) ? null : group(),
          },
        };
      case 1:
        return { name: 'mergeGroups', args: { step, from: group(), into: group() } };
      case 2: {
        const title = chance.oneIn(4) ? null : someTitle(chance);
        return { name: 'setTitle', args: { step, group: group(), title } };
      }
      case 3: {
        const behind = chance.oneIn(4) ? null : group();
        return { name: 'moveGroup', args: { step, group: group(), behind } };
      }
      case 4:
        return { name: 'gather', args: { step, groups: someGroups(at) } };
      case 5:
        return { name: 'undoStep', args: { step: one(chance, stepsAt(at)) } };
      default: {
        const beside = chance.oneIn(2) ? undefined : card();
        return { name: 'placeCard', args: { step, card: card(), into: group(), beside } };
      }
    }
  },
};
