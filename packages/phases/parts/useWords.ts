import { useLingui } from '@lingui/react/macro';
import { inLanguage, type LocalText } from '@rondo/meeting';
import { useCallback } from 'react';

/** Texts of activities in the viewer's language. */
export function useWords(): (text: LocalText) => string {
  const { i18n } = useLingui();
  const { locale } = i18n;
  return useCallback((text) => inLanguage(text, locale), [locale]);
}
