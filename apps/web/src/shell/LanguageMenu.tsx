import { useLingui } from '@lingui/react/macro';
import { Menu } from '@rondo/design';
import { Languages } from 'lucide-react';
import { chooseLanguage, LANGUAGE_NAMES, LANGUAGES } from '../language/language.ts';

/** Which language this browser shows. */
export function LanguageMenu() {
  const { t, i18n } = useLingui();
  return (
    <Menu
      label={t`Language`}
      button={<Languages size={18} aria-hidden />}
      iconOnly
      align="end"
      tone="quiet"
      items={LANGUAGES.map((language) => ({
        label: LANGUAGE_NAMES[language],
        checked: i18n.locale === language,
        onSelect: () => void chooseLanguage(language),
      }))}
    />
  );
}
