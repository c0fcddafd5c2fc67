import { useLingui } from '@lingui/react/macro';
import type { MenuEntry } from '@rondo/design';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Behind } from './placesAround.ts';

/** Moving without a drag: what a menu offers. */
export function useMoveEntries<Id>(
  { up, down }: { up: Behind<Id>; down: Behind<Id> },
  place: (behind: Id | null) => void,
): MenuEntry[] {
  const { t } = useLingui();
  return [
    {
      label: t`Move up`,
      icon: <ArrowUp size={16} />,
      keys: 'Alt+↑',
      disabled: up === undefined,
      onSelect: () => up !== undefined && place(up),
    },
    {
      label: t`Move down`,
      icon: <ArrowDown size={16} />,
      keys: 'Alt+↓',
      disabled: down === undefined,
      onSelect: () => down !== undefined && place(down),
    },
  ];
}
