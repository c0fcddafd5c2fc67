import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { useWords } from '../../parts/index.ts';
import type { WrapUpSettings } from '../domain/index.ts';

/** What each point means: the ends as the activity says, the rest between them. */
export function usePointWords({ low, high }: WrapUpSettings): (point: number) => string {
  const { t } = useLingui();
  const words = useWords();
  return useCallback(
    (point) => {
      switch (point) {
        case 1:
          return words(low);
        case 2:
          return t`Rather not`;
        case 3:
          return t`So-so`;
        case 4:
          return t`Rather yes`;
        default:
          return words(high);
      }
    },
    [t, words, low, high],
  );
}
