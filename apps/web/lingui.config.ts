import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

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
  // Line numbers would make every edit of a screen a change of the catalogs.
  format: formatter({ lineNumbers: false }),
  orderBy: 'message',
});
