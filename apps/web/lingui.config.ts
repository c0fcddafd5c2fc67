import { defineConfig } from '@lingui/cli';

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'de'],
  catalogs: [
    {
      path: '<rootDir>/src/locales/{locale}',
      include: ['<rootDir>/src', '<rootDir>/../../packages/phases'],
      exclude: ['**/*.test.*', '**/testing/**'],
    },
  ],
  // Line numbers would make every edit a change of the catalogs.
  orderBy: 'origin',
});
