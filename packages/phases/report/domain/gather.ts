import {
  keysOf,
  promptOf,
  topicsOf,
  visibleLength,
  type Board,
  type Group,
  type ServerAt,
} from '@rondo/meeting';
import { put } from './entries.ts';
import type { ReportSettings } from './settings.ts';
import {
  LONGEST_ENTRY,
  MOST_ENTRIES,
  type EntryId,
  type ReportHand,
  type ReportState,
} from './state.ts';

type At = ServerAt<ReportSettings, ReportState, ReportHand>;

/**
 * Makes a line of every topic of the meeting. Lines that somebody has touched stay as they are; the
 * others follow their topic, which may have changed while the report waited.
 */
export function gather({ board, phaseId, settings, state }: At): void {
  board.sealed = true;
  const topics = topicsOf(board, phaseId);
  const there = new Set<string>(topics.map(([id]) => id));
  for (const id of keysOf(state.entries)) {
    const entry = state.entries[id];
    if (entry?.from === 'topic' && entry.revision === 0 && !there.has(id)) delete state.entries[id];
  }
  for (const [topic, group] of topics) {
    // A line has the id of its topic.
    const id = topic as string as EntryId;
    const text = wordsOf(board, group);
    const known = state.entries[id];
    if (known) {
      if (known.revision === 0 && known.text !== text) known.text = text;
      continue;
    }
    // Opening a phase must never fail: what is too much stays with the cards.
    if (text === '' || keysOf(state.entries).length >= MOST_ENTRIES) continue;
    const section = sectionOf(board, group, settings);
    put(state, id, { section, text, revision: 0, removed: false, from: 'topic' });
  }
}

/** A topic as a line: the title that people gave it, else what stands on its cards. */
function wordsOf(board: Board, group: Group): string {
  const text = group.title ?? group.cards.flatMap((id) => board.cards[id]?.text ?? []).join('\n');
  return visibleLength(text) <= LONGEST_ENTRY
    ? text
    : `${[...text].slice(0, LONGEST_ENTRY - 1).join('')}…`;
}

/** Where most of its cards belong; of several the first. */
function sectionOf(board: Board, group: Group, { sections }: ReportSettings): string {
  const prompts = group.cards.flatMap((id) => {
    const card = board.cards[id];
    return (card && promptOf(board, card)?.id) ?? [];
  });
  const count = (id: string): number => prompts.filter((prompt) => prompt === id).length;
  const [best] = sections.toSorted((a, b) => count(b.id) - count(a.id));
  return best?.id ?? '';
}
