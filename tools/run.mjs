// The one thing that runs on the Node.js a machine happens to have (20 or newer). It has no
// dependencies: it installs them if they changed, then hands over to the project's own Node.js.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeOver } from './launch/child.mjs';
import { follow } from './launch/follow.mjs';
import { installIfChanged } from './launch/install.mjs';
import { buildWebAppIfChanged } from './launch/web-app.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command = 'start', ...args] = process.argv.slice(2);
// Saves about 130 ms of module loading from the second start on.
const env = { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compile'), ...process.env };

/** @type {Record<string, () => Promise<number>>} */
const commands = {
  start: async () => {
    await buildWebAppIfChanged(root, node());
    const main = join(root, 'apps/server/src/main.ts');
    return follow(node(), { args: [main, ...args], cwd: process.cwd(), env });
  },
  build: async () => {
    await buildWebAppIfChanged(root, node());
    return 0;
  },
  dev: () =>
    takeOver(node(), [
      {
        args: ['--watch', join(root, 'apps/server/src/main.ts'), ...args],
        cwd: process.cwd(),
        env,
      },
      {
        args: [join(root, 'apps/web/node_modules/vite/bin/vite.js')],
        cwd: join(root, 'apps/web'),
        env: { RONDO_DEV_SERVER: `http://localhost:${process.env.PORT ?? 3000}`, ...env },
      },
    ]),
  test: () => hand('tools/test.ts', args),
  faults: () => hand('tools/test.ts', ['faults', ...args], { FAULTS: 'long' }),
  check: () => hand('tools/test.ts', ['static', ...args]),
  bench: () => hand('bench/main.ts', args),
  story: () => hand('story/main.ts', args),
  rondo: () => hand('apps/server/src/cli/main.ts', args),
  tool: () => {
    const [name = '', ...rest] = args;
    if (!tools().includes(name))
      throw new Error(`There is no tool “${name}”. Tools: ${tools().join(', ')}.`);
    return hand(`tools/${name}.ts`, rest);
  },
};

try {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20)
    throw new Error(`Rondo starts on Node.js 20 or newer; this is ${process.version}.`);
  const run = commands[command];
  if (!run)
    throw new Error(
      `There is no command “${command}”. Commands: ${Object.keys(commands).join(', ')}.`,
    );
  await installIfChanged(root);
  process.exitCode = await run();
} catch (error) {
  console.error(explained(error));
  process.exitCode = 1;
}

/** @param {unknown} error @returns {string} what to tell people */
function explained(error) {
  if (!(error instanceof Error)) return String(error);
  const unwritable = 'code' in error && /^(EACCES|EPERM|EROFS)$/.test(String(error.code));
  return unwritable ? `${error.message}\nStart as the user who owns ${root}.` : error.message;
}

/** @returns {string} the Node.js binary that this project is made for */
function node() {
  const wanted = readFileSync(join(root, '.node-version'), 'utf8').trim();
  if (process.versions.node === wanted) return process.execPath;
  const own = join(
    root,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(own)) return own;
  throw new Error(
    `Node.js ${wanted} was not installed for this machine (${process.platform}, ${process.arch}). ` +
      `Start with a Node.js ${wanted} of your own.`,
  );
}

/** @param {string} script @param {string[]} rest @param {NodeJS.ProcessEnv} more @returns {Promise<number>} */
function hand(script, rest, more = {}) {
  return takeOver(node(), [
    { args: [join(root, script), ...rest], cwd: process.cwd(), env: { ...env, ...more } },
  ]);
}

/** @returns {string[]} */
function tools() {
  return readdirSync(join(root, 'tools'))
    .filter((name) => /^[a-z-]+\.ts$/.test(name))
    .map((name) => name.slice(0, -'.ts'.length));
}
