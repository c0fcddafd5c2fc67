import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runQuietly } from './child.mjs';
import { fingerprint, installInputs } from './fingerprint.mjs';
import { withLock } from './lock.mjs';

// npm cannot install this workspace: it drops optional packages of other platforms from its own
// lockfile and then refuses it. npx is all we need of npm.
const pnpm = 'pnpm@12.21.0';

/**
 * Installs the dependencies if the lockfile or a package.json changed since the last time.
 * @param {string} root the repository
 * @returns {Promise<void>} rejects with a sentence for people when it cannot be done
 */
export async function installIfChanged(root) {
  const stamp = join(root, 'node_modules', '.rondo-install');
  if (isCurrent(root, stamp)) return;
  await withLock(
    join(root, '.rondo', 'install.lock'),
    async () => {
      // Another start may have installed while we waited.
      if (isCurrent(root, stamp)) return;
      const first = !existsSync(stamp);
      console.error(first ? 'Installing… (first time only)' : 'Installing… (dependencies changed)');
      const wanted = fingerprint(root, installInputs(root));
      await install(root);
      mkdirSync(dirname(stamp), { recursive: true });
      writeFileSync(stamp, wanted);
    },
    () => console.error('Waiting for another start that is installing…'),
  );
}

/** @param {string} root @param {string} stamp @returns {boolean} */
function isCurrent(root, stamp) {
  return (
    existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root, installInputs(root))
  );
}

/** @param {string} root */
async function install(root) {
  const windows = process.platform === 'win32';
  // NODE_ENV=production would leave out what builds and tests; CI=true keeps pnpm from asking.
  const { NODE_ENV: _, ...env } = process.env;
  const { code, output } = await runQuietly(
    windows ? 'npx.cmd' : 'npx',
    ['--yes', pnpm, 'install', '--frozen-lockfile'],
    { cwd: root, env: { ...env, CI: 'true' }, shell: windows },
  );
  if (code === 0) return;
  throw new Error(
    `Installing the dependencies failed (npx ${pnpm} install --frozen-lockfile, exit code ${code}).\n\n` +
      `${output.trim()}\n\n${advice(output, code)}`,
  );
}

/** @param {string} output @param {number} code @returns {string} what to do about a failed install */
function advice(output, code) {
  if (code === 127) return 'npx was not found. It comes with npm: install npm and start again.';
  if (/EACCES|EPERM|EROFS|permission denied/i.test(output))
    return 'Something could not be written. Start as the user who owns this folder, with a home folder of your own.';
  if (/ENOSPC|no space left/i.test(output))
    return 'The disk is full: about 1 GB is needed. Make room and start again.';
  if (/OUTDATED_LOCKFILE|frozen-lockfile|lockfile is not up to date/i.test(output))
    return `A package.json asks for something that pnpm-lock.yaml does not hold. Run: npx ${pnpm} install`;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network/i.test(output))
    return 'The package registry was not reachable. Check the network or the proxy settings of npm and start again.';
  return 'Starting again continues where it stopped.';
}
