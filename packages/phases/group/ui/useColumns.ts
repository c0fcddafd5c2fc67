import { useView } from '@rondo/live/react';
import {
  promptsOf,
  sorted,
  type Board,
  type GroupId,
  type PhaseId,
  type Prompt,
} from '@rondo/meeting';
import { useMemo } from 'react';

export interface BoardColumn {
  key: string;
  /** Null: cards whose prompt is not known any more. */
  prompt: Prompt | null;
  groups: readonly GroupId[];
}

/** The groups under the prompt of their first card, for all cards that earlier phases have collected. */
export function useColumns(phase: PhaseId): readonly BoardColumn[] {
  const groups = useView((view) => view.board.groups);
  const cards = useView((view) => view.board.cards);
  const flow = useView((view) => view.board.flow);
  const phases = useView((view) => view.board.phases);
  return useMemo(
    () => columnsOf({ groups, cards, flow, phases }, phase),
    [groups, cards, flow, phases, phase],
  );
}

type Part = Pick<Board, 'groups' | 'cards' | 'flow' | 'phases'>;

function columnsOf(board: Part, phase: PhaseId): BoardColumn[] {
  const before = board.flow.slice(0, board.flow.indexOf(phase));
  const byKey = new Map<string, GroupId[]>();
  for (const [id, group] of sorted(board.groups)) {
    const cards = group.cards.flatMap((card) => board.cards[card] ?? []);
    const first = cards.find((card) => before.includes(card.phase));
    if (!first) continue;
    const key = `${first.phase} ${first.prompt}`;
    const column = byKey.get(key);
    if (column) column.push(id);
    else byKey.set(key, [id]);
  }
  const columns = before.flatMap((id) =>
    // Only the phases are read.
    promptsOf(board as Board, id).map((prompt): BoardColumn => {
      const key = `${id} ${prompt.id}`;
      const groups = byKey.get(key) ?? [];
      byKey.delete(key);
      return { key, prompt, groups };
    }),
  );
  const rest = [...byKey.values()].flat();
  return rest.length > 0 ? [...columns, { key: '', prompt: null, groups: rest }] : columns;
}

/** A column that is as before need not be drawn again. */
export const isSameColumn = (a: BoardColumn, b: BoardColumn): boolean =>
  a.prompt === b.prompt &&
  a.groups.length === b.groups.length &&
  a.groups.every((group, index) => group === b.groups[index]);
