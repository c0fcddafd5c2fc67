import { ensure, id, need, type Board, type CardId, type PhaseId } from '@rondo/meeting';
import * as z from 'zod/mini';
import { command } from './kind.ts';
import type { AgendaSettings } from './settings.ts';
import type { AgendaState } from './state.ts';
import { listed } from './words.ts';

const item = id<CardId>();

/** The item to go to from `last`: the next one waiting, from the front again behind the last. */
export function nextItem(board: Board, state: AgendaState, last: CardId | null): CardId | null {
  const all = listed(board, state);
  const from = all.findIndex(({ id }) => id === last) + 1;
  const round = [...all.slice(from), ...all.slice(0, from)];
  return round.find(({ id, item }) => id !== last && !item.done)?.id ?? null;
}

interface At {
  board: Board;
  phaseId: PhaseId;
  settings: AgendaSettings;
  state: AgendaState;
}

/** A countdown for one item says nothing about the next. */
function goTo({ board, phaseId, settings, state }: At, to: CardId | null): void {
  if (state.current === to) return;
  state.current = to;
  const { timer } = board;
  const isForItem = timer?.phase === phaseId && timer.kind === 'countdown';
  if (isForItem && settings.minutesPerItem !== undefined) board.timer = null;
}

/** Leads to an item; one that was done is taken up again. */
export const openItem = command('openItem', {
  by: 'facilitator',
  args: z.object({ item }),
  run: (at, { item }) => {
    need(at.state.items[item], 'not-found').done = false;
    goTo(at, item);
  },
});

/** Names the item it ends, so that two clicks never end two. Leads on to the next. */
export const finishItem = command('finishItem', {
  by: 'facilitator',
  args: z.object({ item }),
  run: (at, { item }) => {
    const found = need(at.state.items[item], 'not-found');
    ensure(at.state.current === item, 'stale');
    found.done = true;
    goTo(at, nextItem(at.board, at.state, item));
  },
});
