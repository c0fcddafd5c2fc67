import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { PASS, UNSURE } from '../domain/index.ts';

/** What a card says aloud: passing and not knowing in words, everything else as it is. */
export function useValueWords(): (value: string) => string {
  const { t } = useLingui();
  return useCallback(
    (value) =>
      value === PASS
        ? t({ context: 'card', message: 'Pass' })
        : value === UNSURE
          ? t`Not sure`
          : value,
    [t],
  );
}
