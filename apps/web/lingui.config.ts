import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

const PHASES = '<rootDir>/../../packages/phases';
const TESTS = ['**/*.test.*', '**/testing/**'];
/** On the way to the first card; `language.ts` says who waits for the rest. */
const FIRST = [
  ...['api', 'language', 'screens/meeting'].map((folder) => `<rootDir>/src/${folder}`),
  // Not the frame with the navigation, in which nobody is who comes by a meeting's link.
  '<rootDir>/src/shell/{Broken,CopyField,LanguageMenu,NotFound,Outside}.tsx',
  '<rootDir>/src/shell/release',
  // What lies deeper, no screen needs before the second phase.
  `${PHASES}/parts/*.tsx`,
  `${PHASES}/parts/*.ts`,
  `${PHASES}/collect`,
];

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'de'],
  // Two catalogs: who comes to write a first card waits for the first one only, 4 kB in place of 10.
  catalogs: [
    {
      path: '<rootDir>/src/locales/{locale}',
      include: FIRST,
      exclude: TESTS,
    },
    {
      path: '<rootDir>/src/locales/later/{locale}',
      include: ['<rootDir>/src', PHASES],
      exclude: [...FIRST, ...TESTS],
    },
  ],
  // Line numbers would make every edit of a screen a change of the catalogs.
  format: formatter({ lineNumbers: false }),
  orderBy: 'message',
});
