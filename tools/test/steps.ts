import { reportBudget } from '../budget.ts';
import { chromiumPath } from '../chromium.ts';
import { buildWebAppIfChanged } from '../launch/web-app.mjs';
import { root } from '../repository/paths.ts';
import type { Ran } from './command.ts';
import { format, lint, migrations, texts, types, unused } from './static-steps.ts';
import { runProject, type Tested } from './vitest.ts';

export interface Step {
  readonly name: string;
  readonly means: string;
  /** Steps of one group run side by side; the groups run one after the other. */
  readonly group: 'static' | 'unit' | 'web' | 'server' | 'waiting' | 'e2e';
  /** @param only the filter for tests; a step that runs none ignores it */
  readonly run: (only: string | undefined) => Promise<Tested>;
}

/** All of `npm test`, in order. */
export const steps: readonly Step[] = [
  { name: 'format', means: 'one format', group: 'static', run: one(format) },
  { name: 'lint', means: 'lint, and fences between rooms', group: 'static', run: one(lint) },
  { name: 'types', means: 'types, in every file', group: 'static', run: one(types) },
  { name: 'texts', means: 'every text in every language', group: 'static', run: one(texts) },
  { name: 'unused', means: 'no unused code', group: 'static', run: one(unused) },
  {
    name: 'migrations',
    means: 'migrations without harmful locks',
    group: 'static',
    run: one(migrations),
  },
  {
    name: 'unit',
    means: 'unit, property and simulation tests',
    group: 'unit',
    run: tests('unit', 8),
  },
  { name: 'web', means: 'web app builds within its byte budget', group: 'web', run: one(web) },
  {
    name: 'server',
    means: 'server with a real PostgreSQL',
    group: 'server',
    run: tests('server*', 15),
  },
  // Before the faults: where Chromium has to be installed, nothing else is installed meanwhile.
  {
    name: 'browser',
    means: 'components in a real browser',
    group: 'waiting',
    run: inBrowser('browser', 8),
  },
  // They mostly wait until what was taken away is missed, and leave half of the machine to the browser.
  {
    name: 'faults',
    means: 'processes, disks and networks that fail',
    group: 'waiting',
    run: tests('faults', process.env['FAULTS'] === 'long' ? 120 : 15),
  },
  {
    name: 'e2e',
    means: 'stories of people in real browsers',
    group: 'e2e',
    run: stories,
  },
];

/** A step that says yes or no counts as one test. */
function one(check: () => Promise<Ran>): Step['run'] {
  return async () => {
    const { ok, output } = await check();
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, output };
  };
}

function tests(project: string, limit: number): Step['run'] {
  return (only) => runProject(project, { only, limit });
}

function inBrowser(project: string, limit: number): Step['run'] {
  return (only) => runProject(project, { only, limit, env: { CHROMIUM_PATH: chromiumPath() } });
}

/** Stories play in the built web app. */
async function stories(only: string | undefined): Promise<Tested> {
  const { ok, output } = await build();
  return ok ? inBrowser('e2e', 30)(only) : { passed: 0, failed: 1, skipped: 0, output };
}

async function web(): Promise<Ran> {
  const result = await build();
  return result.ok ? reportBudget() : result;
}

let built: Promise<Ran> | undefined;

function build(): Promise<Ran> {
  built ??= buildOnce();
  return built;
}

async function buildOnce(): Promise<Ran> {
  try {
    await buildWebAppIfChanged(root, process.execPath);
    return { ok: true, output: '' };
  } catch (error) {
    return { ok: false, output: error instanceof Error ? error.message : String(error) };
  }
}
