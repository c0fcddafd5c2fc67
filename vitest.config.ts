import { defineConfig } from 'vitest/config';
import web from './apps/web/vite.config.ts';
import { LongestFirst } from './tools/test/longest-first.ts';

const ignored = ['**/node_modules/**', '**/dist/**', '**/.rondo/**'];
const postgres = '**/*.pg.test.ts';
/** What changes how modules are loaded, and so can share them with no other file. */
const alone = '**/*.alone.pg.test.ts';
const browser = '**/*.browser.test.ts';
const story = '**/*.story.test.ts';
const fault = '**/*.fault.test.ts';

// What a test needs is said by its name, so that no test file can belong to no project.
// Limits are for defects that hang, not for speed: machines are shared and noisy.
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        // Screens are compiled as for the browser: JSX and the translation macros.
        plugins: web.plugins ?? [],
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...ignored, postgres, browser, story, fault],
          environment: 'node',
          pool: 'threads',
          // Files share the modules that they load: loading them anew took longer than most tests do.
          isolate: false,
          maxWorkers: 2,
          testTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'server',
          include: [postgres],
          globalSetup: ['apps/server/src/testing/postgres-for-all.ts'],
          setupFiles: ['apps/server/src/testing/each-file.ts'],
          exclude: [...ignored, alone],
          environment: 'node',
          pool: 'forks',
          // Files share the modules that they load: loading the whole server anew took longer than most tests do.
          isolate: false,
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // A second, the default, is not much on a busy machine.
          expect: { poll: { timeout: 20_000 } },
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'server-alone',
          include: [alone],
          globalSetup: ['apps/server/src/testing/postgres-for-all.ts'],
          setupFiles: ['apps/server/src/testing/each-file.ts'],
          exclude: ignored,
          environment: 'node',
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'faults',
          include: [fault],
          globalSetup: ['apps/server/src/testing/postgres-for-all.ts'],
          setupFiles: ['apps/server/src/testing/each-file.ts'],
          exclude: ignored,
          environment: 'node',
          pool: 'forks',
          // Each takes something away from a whole installation, and looks at what people notice.
          maxWorkers: process.env['FAULTS'] === 'long' ? 1 : 2,
          // On a machine that others share: what fails once may be the machine, twice it is us.
          retry: 1,
          testTimeout: process.env['FAULTS'] === 'long' ? 1_800_000 : 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'browser',
          include: [browser],
          exclude: ignored,
          environment: 'node',
          pool: 'forks',
          maxWorkers: 1,
          // Real browsers on a machine that others share: what fails once may be the machine, twice it is us.
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 4 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: [story],
          exclude: ignored,
          environment: 'node',
          pool: 'forks',
          // Each story has a server of its own, and people mostly wait for each other: three keep two cores busy.
          maxWorkers: 3,
          retry: 1,
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // A second, the default, is not much for a browser on a busy machine.
          expect: { poll: { timeout: 20_000 } },
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
});
