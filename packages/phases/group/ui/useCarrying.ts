import { useDrag } from '@rondo/design';
import { useLiveClient, useTell } from '@rondo/live/react';
import type { CardId, GroupId, PhaseId } from '@rondo/meeting';
import type { Selection } from './selection.ts';
import type { DoGrouping } from './useGrouping.ts';

/**
 * Dragging cards and groups: onto a group they join it, onto a column's empty space a card gets a
 * group of its own and a group a new place. A chosen card takes the other chosen ones along.
 */
export function useCarrying(
  phase: PhaseId,
  doing: DoGrouping,
  selection: Selection,
): ReturnType<typeof useDrag> {
  const tell = useTell();
  const { getState } = useLiveClient();

  return useDrag({
    onOver: (id, target) => tell({ at: phase, drag: { card: id, over: groupAt(target) } }),
    onStart: (id) => tell({ at: phase, drag: { card: id, over: null } }),
    onCancel: () => tell({ at: phase }),
    onDrop: (id, target, { y }, element) => {
      tell({ at: phase });
      const board = getState().view?.board;
      if (!board) return;
      const into = groupAt(target);
      // The ids that carry `data-drag` are those of cards and groups.
      const card = board.cards[id as CardId] ? (id as CardId) : null;
      const chosen = selection.chosen();
      if (card && chosen.length > 1 && chosen.includes(card)) {
        if (into) doing.moveInto(chosen, into);
        else doing.moveToNew(chosen);
        selection.clear();
        return;
      }
      const from = card ? board.cards[card]?.group : (id as GroupId);
      if (!from || !board.groups[from] || into === from) return;
      if (into) {
        if (card) doing.moveInto([card], into);
        else doing.merge(from, into);
        return;
      }
      const place = placeIn(element, from, y);
      const isAlone = card === null || board.groups[from]?.cards.length === 1;
      if (!isAlone && card) doing.moveToNew([card], undefined, place?.behind);
      else if (place && !place.isSame) doing.reorder(from, place.behind);
    },
  });
}

const groupAt = (target: string | undefined): GroupId | null =>
  // Columns are marked by `out `; everything else that takes a drop is a group.
  target === undefined || target.startsWith('out ') ? null : (target as GroupId);

/** Between which groups of its own column something was let go; undefined in another column. */
function placeIn(
  column: Element,
  group: GroupId,
  y: number,
): { behind: GroupId | null; isSame: boolean } | undefined {
  const boxes = [...column.querySelectorAll<HTMLElement>('[data-group]')];
  const own = boxes.findIndex((box) => box.dataset['group'] === group);
  if (own < 0) return undefined;
  const above = boxes.findLast((box, index) => {
    const { top, height } = box.getBoundingClientRect();
    return index !== own && top + height / 2 < y;
  });
  const idOf = (box: HTMLElement | undefined): GroupId | null =>
    // As it was written there.
    (box?.dataset['group'] as GroupId | undefined) ?? null;
  const behind = idOf(above);
  return { behind, isSame: behind === idOf(boxes[own - 1]) };
}
