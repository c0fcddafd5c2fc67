import {
  ensure,
  id,
  keysOf,
  layCard,
  liftCard,
  need,
  orderAfterAll,
  orderBehind,
  type CardId,
  type GroupId,
} from '@rondo/meeting';
import * as z from 'zod/mini';
import { command } from './kind.ts';
import { MOST_ITEMS } from './state.ts';
import { nextItem } from './walk.ts';
import { itemText } from './words.ts';

const item = id<CardId>();
const WHILE_KEPT = ['open', 'done'] as const;

/** Onto the list, and as a card onto the board, for whatever comes later to work with. */
export const addCard = command('addCard', {
  during: WHILE_KEPT,
  args: z.object({ id: item, group: id<GroupId>(), text: itemText }),
  run: ({ board, phaseId, settings, state, me }, { id, group, text }) => {
    ensure(!board.sealed, 'sealed');
    ensure(state.items[id] === undefined, 'exists');
    ensure(keysOf(state.items).length < MOST_ITEMS, 'full');
    const prompt = settings.prompts[0]?.id ?? '';
    layCard(board, id, { text, phase: phaseId, prompt, group, by: me });
    delete state.removed[id];
    state.items[id] = {
      text: null,
      by: me,
      name: null,
      pinned: false,
      done: false,
      order: orderAfterAll(state.items),
    };
  },
});

/** Says it better: whoever put it on the list, or who steers. */
export const editCard = command('editCard', {
  during: WHILE_KEPT,
  args: z.object({ id: item, text: itemText }),
  run: ({ board, state, me, steers }, { id, text }) => {
    ensure(!board.sealed, 'sealed');
    const found = need(state.items[id], 'not-found');
    ensure(found.by === me || steers, 'not-yours');
    need(board.cards[id], 'not-found').text = text;
  },
});

export const deleteCard = command('deleteCard', {
  during: WHILE_KEPT,
  args: z.object({ id: item }),
  run: ({ board, state, me, steers }, { id }) => {
    ensure(!board.sealed, 'sealed');
    const found = need(state.items[id], 'not-found');
    ensure(found.by === me || steers, 'not-yours');
    liftCard(board, id);
    if (state.current === id) state.current = nextItem(board, state, id);
    delete state.items[id];
    state.removed[id] = true;
  },
});

/** Puts an item directly behind another (null: in front of all). */
export const moveItem = command('moveItem', {
  by: 'member',
  args: z.object({ item, behind: z.nullable(item) }),
  run: ({ state }, { item, behind }) => {
    const moving = need(state.items[item], 'not-found');
    ensure(behind === null || (behind !== item && state.items[behind] !== undefined), 'not-found');
    moving.order = orderBehind(state.items, behind, item);
  },
});

/** Comes back in the team's next meeting with an agenda, or no longer. */
export const pinItem = command('pinItem', {
  by: 'member',
  during: WHILE_KEPT,
  args: z.object({ item, pinned: z.boolean() }),
  run: ({ state }, { item, pinned }) => {
    need(state.items[item], 'not-found').pinned = pinned;
  },
});
