import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setupI18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ACTS } from '../../../../server/src/operations/audit/acts.ts';
import { useActWords } from './useActWords.ts';
import { useCheckWords } from './useCheckWords.ts';

const i18n = setupI18n({ locale: 'en', messages: { en: {} } });

/** What a hook says when a screen asks it. */
function said(Says: () => string): string {
  return renderToStaticMarkup(
    <I18nProvider i18n={i18n}>
      <Says />
    </I18nProvider>,
  );
}

test('every check of the doctor is explained in plain words', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../../docs/doctor.md'), 'utf8');
  const checks = [...page.matchAll(/^## ([a-z-]+)$/gm)].map(([, id = '']) => id);
  expect(checks).toContain('file-descriptors');
  const Without = () => {
    const words = useCheckWords();
    return checks.filter((check) => words(check).why === '').join(' ');
  };
  expect(said(Without)).toBe('');
});

test('every act of the audit log has plain words', () => {
  const Without = () => {
    const words = useActWords();
    return Object.keys(ACTS)
      .map((act) => ({ act, about: { kind: 'backup' } }))
      .filter((each) => words(each) === each.act)
      .map(({ act }) => act)
      .join(' ');
  };
  expect(said(Without)).toBe('');
});

test('what is not known here yet is named as the server does', () => {
  const Unknown = () =>
    `${useCheckWords()('of-tomorrow').title} ${useActWords()({ act: 'done-tomorrow', about: {} })}`;
  expect(said(Unknown)).toBe('of-tomorrow done-tomorrow');
});
