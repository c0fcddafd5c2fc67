import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './child.mjs';
import { fingerprint, webInputs } from './fingerprint.mjs';
import { withLock } from './lock.mjs';

/**
 * Builds the web app if anything it is made of changed since the last build. The new build takes the
 * place of the old one at the end, so a failed build leaves the old one working.
 * @param {string} root the repository
 * @param {string} node the Node.js binary to build with
 * @returns {Promise<void>} rejects with what Vite said when the build fails
 */
export async function buildWebAppIfChanged(root, node) {
  const app = join(root, 'apps', 'web');
  const dist = join(app, 'dist');
  if (isCurrent(root, dist)) return;
  await withLock(
    join(root, '.rondo', 'build.lock'),
    async () => {
      if (isCurrent(root, dist)) return;
      console.error('Building the web app… (only when it changed)');
      const built = fingerprint(root, webInputs(root));
      const next = join(app, '.rondo', 'dist');
      await build(app, node, next);
      writeFileSync(stampIn(next), built);
      const old = join(app, '.rondo', 'dist-before');
      rmSync(old, { recursive: true, force: true });
      if (existsSync(dist)) renameSync(dist, old);
      renameSync(next, dist);
      rmSync(old, { recursive: true, force: true });
    },
    () => console.error('Waiting for another start that is building the web app…'),
  );
}

/** @param {string} dist @returns {string} */
function stampIn(dist) {
  return join(dist, '.rondo-build');
}

/** @param {string} root @param {string} dist @returns {boolean} */
function isCurrent(root, dist) {
  const stamp = stampIn(dist);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root, webInputs(root));
}

/** @param {string} app @param {string} node @param {string} outDir */
async function build(app, node, outDir) {
  const vite = join(app, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'];
  const { code, output } = await runQuietly(node, args, {
    cwd: app,
    env: { ...process.env, NO_COLOR: '1' },
  });
  if (code !== 0)
    throw new Error(`Building the web app failed (exit code ${code}).\n\n${output.trim()}`);
}
