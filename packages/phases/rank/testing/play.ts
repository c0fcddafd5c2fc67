import type { Chance, PhasePlay, PlayAt } from '@rondo/live/testing';
import type { Doc, PhaseId } from '@rondo/meeting';
import {
  orderIn,
  spotsIn,
  type RankHand,
  type RankSettings,
  type RankState,
  type Spot,
} from '../domain/index.ts';

// The phase is of this kind, so its settings, its state and the hand's part are too.
const stateAt = ({ view, phase }: PlayAt): RankState =>
  view.board.phases[phase]?.state as RankState;
const settingsAt = ({ view, phase }: PlayAt): RankSettings =>
  view.board.phases[phase]?.settings as RankSettings;
const hasAxes = (at: PlayAt): boolean => settingsAt(at).axes !== undefined;

const someItem = (at: PlayAt): string =>
  at.chance.oneIn(20) ? 'none' : (at.chance.pick(stateAt(at).items)?.id ?? 'none');

/** All items or the most of them, in any order. */
function someOrder(at: PlayAt): string[] {
  const { chance } = at;
  const mixed = stateAt(at)
    .items.map(({ id }) => ({ id, place: chance.below(1_000) }))
    .sort((a, b) => a.place - b.place)
    .map(({ id }) => id);
  return mixed.slice(0, Math.max(1, mixed.length - chance.below(3)));
}

const someSpot = ({ chance }: PlayAt): Spot => ({
  x: chance.below(101) / 100,
  y: chance.below(101) / 100,
});

const someText = (chance: Chance): string => (chance.oneIn(30) ? 'x'.repeat(161) : chance.text());

/** Says what is counted wrongly; null: nothing. */
function broken({ board, hands }: Doc, id: PhaseId): string | null {
  const phase = board.phases[id];
  // As above.
  const settings = phase?.settings as RankSettings;
  const state = phase?.state as RankState;
  if (phase?.status !== 'open' || state.result !== null) return null;
  const at = { settings, state };
  const given = Object.values(hands).filter((hand) => {
    const part = hand.phases[id] as RankHand | undefined;
    if (!part) return false;
    return (settings.axes ? spotsIn(at, part) : orderIn(at, part)).length > 0;
  });
  return given.length === state.answers
    ? null
    : `${state.answers} are said to have ranked, ${given.length} have`;
}

export const rankPlay: PhasePlay = {
  kind: 'rank',

  settings: (chance) => ({
    items: ['apples', 'pears', 'plums']
      .slice(0, 1 + chance.below(3))
      .map((id) => ({ id, title: id })),
    topics: !chance.oneIn(4),
    open: chance.oneIn(2),
    applyToTopics: chance.oneIn(2),
    ...(chance.oneIn(2) && {
      axes: { x: { label: 'Effort', better: 'low' }, y: { label: 'Impact' } },
    }),
  }),

  move: (at) => {
    const { chance } = at;
    if (at.steers && stateAt(at).result !== null && chance.oneIn(2)) {
      return { name: 'rankAgain', args: {} };
    }
    if (at.steers ? chance.oneIn(4) : chance.oneIn(40)) {
      return chance.oneIn(3)
        ? { name: 'removeItem', args: { id: someItem(at) } }
        : { name: 'revealRanking', args: {} };
    }
    if (chance.oneIn(6))
      return { name: 'addItem', args: { id: chance.id(), text: someText(chance) } };
    if (hasAxes(at) !== chance.oneIn(20)) {
      const spot = chance.oneIn(6) ? null : chance.oneIn(25) ? { x: 2, y: 0 } : someSpot(at);
      return { name: 'setSpot', args: { item: someItem(at), spot } };
    }
    return { name: 'setOrder', args: { order: chance.oneIn(6) ? [] : someOrder(at) } };
  },

  // Where somebody places things is hidden; that they have placed some is not.
  twin: (move, original, twin) => {
    if (move.name === 'revealRanking' || move.name === 'rankAgain') return null;
    if (stateAt(original).result !== null) return move;
    if (move.name === 'setSpot') {
      const { item, spot } = move.args as { item: string; spot: Spot | null };
      return spot === null || spot.x > 1
        ? move
        : { name: move.name, args: { item, spot: someSpot(twin) } };
    }
    if (move.name === 'setOrder') {
      const { order } = move.args as { order: string[] };
      const other = someOrder(twin);
      return order.length === 0 || other.length === 0
        ? move
        : { name: move.name, args: { order: other } };
    }
    return move;
  },

  broken,
};
