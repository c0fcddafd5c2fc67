import { useLingui } from '@lingui/react/macro';
import type { MenuEntry } from '@rondo/design';
import { ArrowDown, ArrowUp } from 'lucide-react';

interface Moves {
  /** One place on; null: it goes no further. */
  readonly up: (() => void) | null;
  readonly down: (() => void) | null;
}

/** Moving without a drag: what a menu offers. */
export function useMoveEntries({ up, down }: Moves): MenuEntry[] {
  const { t } = useLingui();
  return [
    {
      label: t`Move up`,
      icon: <ArrowUp size={16} />,
      keys: 'Alt+↑',
      disabled: up === null,
      onSelect: () => up?.(),
    },
    {
      label: t`Move down`,
      icon: <ArrowDown size={16} />,
      keys: 'Alt+↓',
      disabled: down === null,
      onSelect: () => down?.(),
    },
  ];
}
