import { useLingui } from '@lingui/react/macro';
import type { Found } from '@rondo/contract';

/** What the kinds are called, in the order in which they are shown. */
export function useKindWords(): { kind: Found['kind']; plural: string }[] {
  const { t } = useLingui();
  return [
    { kind: 'topic', plural: t`Topics` },
    { kind: 'task', plural: t`Tasks` },
    { kind: 'answer', plural: t`Answers` },
    { kind: 'report', plural: t`Reports` },
    { kind: 'outcome', plural: t`Meetings` },
  ];
}
