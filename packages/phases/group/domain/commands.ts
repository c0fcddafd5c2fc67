import {
  ensure,
  id,
  need,
  orderBehind,
  phaseKind,
  text,
  type Board,
  type CardId,
  type GroupId,
} from '@rondo/meeting';
import * as z from 'zod/mini';
import { groupOutline } from '../outline.ts';
import { recordStep } from './record-step.ts';
import type { GroupSettings } from './settings.ts';
import type { GroupHand, GroupState, StepId } from './state.ts';
import { undo } from './undo-step.ts';

/** The longest title of a group, in visible characters. */
export const LONGEST_TITLE = 120;
const MOST_GATHERED = 2_000;

export const { command, serverCommand, define } = phaseKind<GroupSettings, GroupState, GroupHand>(
  groupOutline,
);

/** Every command names the step it makes, so that whoever made it can offer to undo exactly that. */
const step = id<StepId>();
const title = text(LONGEST_TITLE);

/** The group to drop into: the named one or, when it was merged away meanwhile, where `beside` lies now. */
function target(board: Board, into: GroupId, beside: CardId | null | undefined): GroupId {
  if (board.groups[into]) return into;
  return need(board.cards[need(beside, 'not-found')], 'not-found').group;
}

/** Puts a card into a group, from wherever it is now. `beside`: the card it was dropped on. */
export const placeCard = command('placeCard', {
  args: z.object({
    step,
    card: id<CardId>(),
    into: id<GroupId>(),
    beside: z.nullish(id<CardId>()),
  }),
  run: ({ board, state, me }, { step, card, into, beside }) => {
    need(board.cards[card], 'not-found');
    const to = target(board, into, beside === card ? null : beside);
    recordStep(board, state, step, me, ({ move }) => move(card, to));
  },
});

/** Takes a card out into a group of its own, behind the group it leaves or, if given, behind another (null: in front). */
export const splitCard = command('splitCard', {
  args: z.object({
    step,
    card: id<CardId>(),
    into: id<GroupId>(),
    behind: z.nullish(id<GroupId>()),
  }),
  run: ({ board, state, me }, { step, card, into, behind }) => {
    const from = need(board.cards[card], 'not-found').group;
    ensure(board.groups[into] === undefined, 'exists');
    const place = behind === null || (behind && board.groups[behind]) ? behind : from;
    recordStep(board, state, step, me, ({ make, move, setOrder }) => {
      if (board.groups[from]?.cards.length === 1) {
        // It is alone already: all that can be meant is where it lies.
        if (behind !== undefined && place !== from)
          setOrder(from, orderBehind(board.groups, place, from));
        return;
      }
      make(into, orderBehind(board.groups, place, null), null);
      move(card, into);
    });
  },
});

/** Puts all cards of one group into another. */
export const mergeGroups = command('mergeGroups', {
  args: z.object({ step, from: id<GroupId>(), into: id<GroupId>() }),
  run: ({ board, state, me }, { step, from, into }) => {
    const { cards } = need(board.groups[from], 'not-found');
    need(board.groups[into], 'not-found');
    recordStep(board, state, step, me, ({ move }) => {
      for (const card of cards) move(card, into);
    });
  },
});

/** Null: back to the title that is made up from the cards. */
export const setTitle = command('setTitle', {
  args: z.object({ step, group: id<GroupId>(), title: z.nullable(title) }),
  run: ({ board, state, me }, { step, group, title }) => {
    recordStep(board, state, step, me, (grouping) => grouping.setTitle(group, title));
  },
});

/** Puts a group directly behind another (null: in front of all). */
export const moveGroup = command('moveGroup', {
  args: z.object({ step, group: id<GroupId>(), behind: z.nullable(id<GroupId>()) }),
  run: ({ board, state, me }, { step, group, behind }) => {
    need(board.groups[group], 'not-found');
    ensure(
      behind === null || (behind !== group && board.groups[behind] !== undefined),
      'not-found',
    );
    recordStep(board, state, step, me, ({ setOrder }) =>
      setOrder(group, orderBehind(board.groups, behind, group)),
    );
  },
});

const gathered = z.object({
  into: id<GroupId>(),
  cards: z.array(id<CardId>()).check(z.minLength(1), z.maxLength(MOST_GATHERED)),
  title: z.nullish(title),
});

/**
 * Makes several groups in one step, which is how suggestions are applied. Cards that are gone
 * meanwhile are left out, one that is named twice goes to the first; a group that nothing is left
 * for is not made.
 */
export const gather = command('gather', {
  args: z.object({ step, groups: z.array(gathered).check(z.minLength(1), z.maxLength(500)) }),
  run: ({ board, state, me }, { step, groups }) => {
    recordStep(board, state, step, me, ({ make, move, setTitle }) => {
      const taken = new Set<CardId>();
      for (const { into, cards, title } of groups) {
        const left = [...new Set(cards)].filter((card) => board.cards[card] && !taken.has(card));
        for (const card of left) taken.add(card);
        const first = board.cards[left[0] ?? ('' as CardId)]?.group;
        if (first === undefined) continue;
        if (!board.groups[into]) make(into, orderBehind(board.groups, first, null), null);
        for (const card of left) move(card, into);
        if (title && board.groups[into]?.title === null) setTitle(into, title);
      }
    });
  },
});

/** Takes back one step. `stale` when somebody has changed the same things since. */
export const undoStep = command('undoStep', {
  args: z.object({ step }),
  run: ({ board, state }, { step }) => undo(board, state, step),
});
