import {
  keysOf,
  layCard,
  MOST_CARDS,
  sorted,
  type Card,
  type CardId,
  type ServerAt,
} from '@rondo/meeting';
import type { AgendaSettings } from './settings.ts';
import type { AgendaHand, AgendaState } from './state.ts';

type At = ServerAt<AgendaSettings, AgendaState, AgendaHand>;

/** What the team brought along becomes cards like everything that is added from now on. */
export function begin({ board, phaseId, settings, state, world }: At): void {
  board.sealed = false;
  const prompt = settings.prompts[0]?.id ?? '';
  for (const [id, item] of sorted(state.items)) {
    if (item.text === null) continue;
    if (board.cards[id] !== undefined) {
      // Another agenda of this meeting has it already.
      delete state.items[id];
      continue;
    }
    // On a board that is full it stays on the list alone: opening a phase must never fail.
    if (keysOf(board.cards).length >= MOST_CARDS) return;
    const card: Card = { text: item.text, phase: phaseId, prompt, group: world.id<'group'>() };
    layCard(board, id, item.by === null ? card : { ...card, by: item.by });
    item.text = null;
  }
}

/** Later steps take topics in the order of their groups, so those of the agenda trade places among themselves. */
export function lineUp({ board, state }: At): void {
  const groups = sorted(state.items).flatMap(([id]) => groupOf(board, id) ?? []);
  const wanted = [...new Set(groups)];
  const places = wanted.flatMap((id) => board.groups[id]?.order ?? []).sort();
  wanted.forEach((id, index) => {
    const group = board.groups[id];
    const order = places[index];
    if (group && order !== undefined && group.order !== order) group.order = order;
  });
}

const groupOf = (board: At['board'], item: CardId) => board.cards[item]?.group;
