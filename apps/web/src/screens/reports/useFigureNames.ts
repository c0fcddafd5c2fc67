import { useLingui } from '@lingui/react/macro';
import type { FigureName } from '@rondo/contract';

/** What the figures of a report count. */
export function useFigureNames(): Readonly<Record<FigureName, string>> {
  const { t } = useLingui();
  return {
    meetings: t`Meetings held`,
    tasks: t`Tasks finished`,
    people: t`People taking part`,
  };
}

/** In the order in which they stand. */
export const FIGURE_ORDER: readonly FigureName[] = ['meetings', 'tasks', 'people'];
