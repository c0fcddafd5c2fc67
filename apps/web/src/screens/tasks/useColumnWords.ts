import { useLingui } from '@lingui/react/macro';
import type { ColumnName } from './columns.ts';

/** What the columns of a board are called, and what belongs there. */
export function useColumnWords(): Record<ColumnName, { title: string; hint: string }> {
  const { t } = useLingui();
  return {
    future: { title: t`Future`, hint: t`Not begun yet` },
    active: { title: t`Active`, hint: t`Somebody is on it` },
    stuck: { title: t`Stuck`, hint: t`Needs help to go on` },
    done: { title: t`Done`, hint: t`The latest first` },
  };
}
