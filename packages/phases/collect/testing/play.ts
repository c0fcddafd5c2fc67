import type { Chance, Move, PhasePlay, PlayAt } from '@rondo/live/testing';
import { HUES, type CardId, type GroupId } from '@rondo/meeting';
import {
  LONGEST_CARD,
  type CollectHand,
  type CollectSettings,
  type HeldCard,
} from '../domain/index.ts';

const PROMPTS = ['start', 'stop', 'continue'];

const settingsAt = ({ view, phase }: PlayAt): CollectSettings =>
  // The phase is of this kind, so its settings and the hand's part are too.
  view.board.phases[phase]?.settings as CollectSettings;

const handAt = ({ view, phase }: PlayAt): CollectHand =>
  (view.hand.phases[phase] as CollectHand | undefined) ?? { held: {}, mine: {} };

const promptOf = (at: PlayAt): string =>
  at.chance.oneIn(20) ? 'no-such-prompt' : (at.chance.pick(settingsAt(at).prompts)?.id ?? 'none');

/** Mostly a card of one's own, now and then somebody else's or one that never was. */
function someCard(at: PlayAt): CardId {
  const { held, mine } = handAt(at);
  // The records' own keys are card ids.
  const own = [...Object.keys(held), ...Object.keys(mine)] as CardId[];
  const all = Object.keys(at.view.board.cards) as CardId[];
  return at.chance.pick(at.chance.oneIn(6) ? all : own) ?? at.chance.id<'card'>();
}

const someText = (chance: Chance): string =>
  chance.oneIn(30) ? 'x'.repeat(LONGEST_CARD + 1) : chance.oneIn(30) ? '  ' : chance.text();

const addCard = (at: PlayAt): Move => ({
  name: 'addCard',
  args: {
    id: at.chance.oneIn(30) ? someCard(at) : at.chance.id<'card'>(),
    group: at.chance.id<'group'>() as GroupId,
    prompt: promptOf(at),
    text: someText(at.chance),
  },
});

/** The card a move is about, if it lies face down in its author's hand. */
const heldBy = (at: PlayAt, id: CardId): HeldCard | undefined => handAt(at).held[id];

export const collectPlay: PhasePlay = {
  kind: 'collect',

  settings: (chance) => ({
    prompts: PROMPTS.slice(0, 1 + chance.below(3)).map((id, index) => ({
      id,
      title: id,
      hue: HUES[index],
    })),
    anonymous: chance.oneIn(2),
  }),

  move: (at) => {
    const { chance } = at;
    if (at.steers ? chance.oneIn(10) : chance.oneIn(60)) {
      return { name: 'setAnonymous', args: { anonymous: chance.oneIn(2) } };
    }
    switch (chance.below(6)) {
      case 0:
        return { name: 'editCard', args: { id: someCard(at), text: someText(chance) } };
      case 1:
        return { name: 'deleteCard', args: { id: someCard(at) } };
      case 2:
        return { name: 'movePrompt', args: { id: someCard(at), prompt: promptOf(at) } };
      default:
        return addCard(at);
    }
  },

  // The text of a face-down card is hidden from everybody but its author.
  twin: (move, original, twin) => {
    const { id, text } = move.args as { id?: CardId; text?: string };
    if (text === undefined || text.length > LONGEST_CARD || text.trim() === '') return move;
    const open = original.view.board.phases[original.phase]?.status === 'open';
    const hides =
      move.name === 'addCard' ? open : id !== undefined && heldBy(original, id) !== undefined;
    return hides ? { ...move, args: { ...(move.args as object), text: twin.chance.text() } } : move;
  },
};
