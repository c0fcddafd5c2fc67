import { useLingui } from '@lingui/react/macro';
import { useView } from '@rondo/live/react';
import { useEffect } from 'react';
import type { Following } from './useFollow.ts';

interface Group {
  title: string;
  shortcuts: { keys: string[]; does: string }[];
}

/** Keys belong to the field somebody types in, and to an open dialog. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  if (document.querySelector('dialog[open]')) return true;
  return (
    event.target instanceof Element &&
    event.target.closest(
      'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable], [role="listbox"], [role="menu"]',
    ) !== null
  );
}

/** Where one writes or chooses in the hand, else its first button; a desk hides the one that pulls it up. */
function handField(): HTMLElement | undefined {
  const found = ['textarea', 'input:checked', 'input', 'button'].flatMap((kind) => [
    ...document.querySelectorAll<HTMLElement>(`[data-hand] ${kind}`),
  ]);
  return found.find((each) => each.checkVisibility());
}

/** The keys that work everywhere in a meeting; the list for those who press `?`. */
export function useShortcuts(following: Following, showList: () => void): Group[] {
  const { t } = useLingui();
  const flow = useView((view) => view.board.flow);
  const { viewing, lead, look } = following;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (isTaken(event)) return;
      const step = (by: number): void => {
        const phase = flow[flow.indexOf(viewing) + by];
        if (phase) look(phase);
      };
      switch (event.key) {
        case '?':
          showList();
          break;
        case '[':
          step(-1);
          break;
        case ']':
          step(1);
          break;
        case 'f':
          look(lead);
          break;
        case 'h':
          handField()?.focus();
          break;
        default:
          return;
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [flow, viewing, lead, look, showList]);
  return [
    {
      title: t`Anywhere`,
      shortcuts: [
        { keys: ['['], does: t`Look at the phase before` },
        { keys: [']'], does: t`Look at the next phase` },
        { keys: ['f'], does: t`Follow the facilitator` },
        { keys: ['h'], does: t`Into your hand` },
        { keys: ['?'], does: t`This list` },
      ],
    },
    {
      title: t`Cards`,
      shortcuts: [
        { keys: ['Enter'], does: t`Add the card you are writing` },
        { keys: ['Shift', 'Enter'], does: t`New line in a card` },
        { keys: ['m'], does: t`Move the chosen cards to another group` },
        { keys: ['x'], does: t`Choose a card` },
        { keys: ['↑', '↓'], does: t`From card to card` },
        { keys: ['Ctrl', 'Z'], does: t`Take back what was grouped last` },
        { keys: ['+', '−'], does: t`Give a topic a vote, or take it back` },
        { keys: ['Ctrl', '1…9'], does: t`Choose the column of your card` },
      ],
    },
  ];
}
