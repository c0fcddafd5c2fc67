import {
  nameOf,
  type Board,
  type CardId,
  type GroupId,
  type OutcomeAt,
  type OutcomePart,
  type PhaseId,
} from '@rondo/meeting';
import type { AgendaSettings } from './settings.ts';
import type { AgendaState } from './state.ts';
import { listed } from './words.ts';

/**
 * The topics that a later phase has talked about. By convention it keeps them as `topics` with `done`,
 * and as `current` the one that people are at: where others are done, that one was talked about too.
 */
function talkedAbout(board: Board, phase: PhaseId): ReadonlySet<GroupId> {
  const done = new Set<GroupId>();
  for (const later of board.flow.slice(board.flow.indexOf(phase) + 1)) {
    // Other kinds have neither.
    const { topics = {}, current } = (board.phases[later]?.state ?? {}) as {
      topics?: Record<GroupId, { done?: boolean }>;
      current?: GroupId | null;
    };
    const before = done.size;
    // The record's own keys are group ids.
    for (const id of Object.keys(topics) as GroupId[]) if (topics[id]?.done) done.add(id);
    if (current && done.size > before) done.add(current);
  }
  return done;
}

/** The list with what became of it, also where a later phase tells of the items as topics: the team's own list follows from it. */
export function agreed({
  board,
  phaseId,
  state,
}: OutcomeAt<AgendaSettings, AgendaState>): OutcomePart[] {
  const talked = talkedAbout(board, phaseId);
  const groupOf = (id: CardId): GroupId | undefined => board.cards[id]?.group;
  const items = listed(board, state).map(({ id, text, note, item }) => {
    const group = groupOf(id);
    return {
      id,
      text,
      ...(note !== '' && { note }),
      by: item.by === null ? (item.name ?? '–') : (item.name ?? nameOf(board, item.by)),
      pinned: item.pinned,
      done: item.done || state.current === id || (group !== undefined && talked.has(group)),
    };
  });
  const removed = Object.keys(state.removed).sort();
  if (items.length === 0 && removed.length === 0) return [];
  return [{ as: 'agenda', items, ...(removed.length > 0 && { removed }) }];
}
