import type { CardId } from '@rondo/meeting';
import { useEffect, useRef, type RefObject } from 'react';
import type { Selection } from './selection.ts';

/** Keys belong to the field somebody types in, and to what lies open above the board. */
const taken =
  'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="menu"], [role="dialog"], dialog';

interface Keys {
  board: RefObject<HTMLElement | null>;
  selection: Selection;
  /** Cards can be moved. */
  isOpen: boolean;
  move: (cards: readonly CardId[]) => void;
  undo: () => void;
}

/**
 * Arrows go from card to card, x or Space chooses, m moves what is chosen or else the card that has
 * the focus, Escape chooses none, Ctrl+Z takes back.
 */
export function useBoardKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!latest.current.isOpen || event.defaultPrevented) return;
      if (!(event.target instanceof Element) || event.target.closest(taken)) return;
      if (document.querySelector('dialog[open]')) return;
      if (pressed(event, event.target, latest.current)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** Whether the key meant something here. */
function pressed(event: KeyboardEvent, target: Element, keys: Keys): boolean {
  const { board, selection, move, undo } = keys;
  if (event.altKey) return false;
  if (event.ctrlKey || event.metaKey) {
    if (event.key !== 'z' || event.shiftKey) return false;
    undo();
    return true;
  }
  const chosen = selection.chosen();
  if (event.key === 'Escape' && chosen.length > 0) {
    selection.clear();
    return true;
  }
  const focused = target instanceof HTMLInputElement ? cardAt(target) : null;
  if (event.key === 'm' && chosen.length > 0) {
    move(chosen);
    return true;
  }
  if (!focused || !(target instanceof HTMLInputElement) || !board.current) return false;
  if (event.key === 'm' || event.key === 'Enter') {
    move(chosen.length > 0 ? chosen : [focused]);
    return true;
  }
  if (event.key === 'x') {
    selection.toggle(focused);
    return true;
  }
  const next = neighbour(board.current, target, event.key);
  next?.focus();
  next?.closest('[data-card]')?.scrollIntoView({ block: 'nearest' });
  return next !== undefined;
}

const boxes = (within: Element): HTMLInputElement[] => [
  ...within.querySelectorAll<HTMLInputElement>('[data-card] input[type="checkbox"]'),
];

function cardAt(target: Element): CardId | null {
  // Only cards of the board carry it, with their ids.
  return (
    (target.closest<HTMLElement>('[data-card]')?.dataset['card'] as CardId | undefined) ?? null
  );
}

/** The card that a key leads to from this one; null: there is none; undefined: no key for that. */
function neighbour(
  board: Element,
  from: HTMLInputElement,
  key: string,
): HTMLInputElement | null | undefined {
  const column = from.closest('[data-column]');
  if (!column) return null;
  const here = boxes(column);
  const at = here.indexOf(from);
  switch (key) {
    case 'ArrowDown':
      return here[at + 1] ?? null;
    case 'ArrowUp':
      return here[at - 1] ?? null;
    case 'Home':
      return here[0] ?? null;
    case 'End':
      return here.at(-1) ?? null;
    case 'ArrowLeft':
      return beside(board, column, from, -1);
    case 'ArrowRight':
      return beside(board, column, from, 1);
    default:
      return undefined;
  }
}

/** The card at the same height in the next column that has any. */
function beside(
  board: Element,
  column: Element,
  from: Element,
  by: 1 | -1,
): HTMLInputElement | null {
  const columns = [...board.querySelectorAll('[data-column]')];
  const { top } = from.getBoundingClientRect();
  for (let at = columns.indexOf(column) + by; columns[at]; at += by) {
    const there = boxes(columns[at] as Element).map((box) => ({
      box,
      away: Math.abs(box.getBoundingClientRect().top - top),
    }));
    const [nearest] = there.sort((a, b) => a.away - b.away);
    if (nearest) return nearest.box;
  }
  return null;
}
