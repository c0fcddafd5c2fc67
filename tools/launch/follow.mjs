import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { exitCodeOf, whenLeftByNpm } from './child.mjs';

/** The descriptor after those of the terminal. */
const FD = 3;

/**
 * Runs the server in our place, and follows it through its upgrades: each release starts the next, and
 * says through a pipe that all of them hold which process it is. When nobody holds the pipe any more,
 * the last of them has ended.
 * @param {string} node the Node.js binary to run it with
 * @param {{ args: string[], cwd: string, env: NodeJS.ProcessEnv }} program
 * @returns {Promise<number>} the exit code
 */
export function follow(node, { args: [main = '', ...args], cwd, env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [main, `--launcher-fd=${FD}`, ...args], {
      cwd,
      env,
      stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    });
    let pid = child.pid;
    let isAsked = false;
    /** @type {number | undefined} */
    let code;
    const pipe = child.stdio[FD];
    if (!pipe) throw new Error('a pipe was asked for, and there is none');
    // It is a socket, which ends when nobody holds its other end.
    const lines = createInterface({ input: /** @type {import('node:net').Socket} */ (pipe) });
    lines.on('line', (line) => {
      const said = JSON.parse(line);
      if (said.followedBy) pid = said.followedBy;
      else if (said.ended) isAsked = true;
    });
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => {
      if (pid !== undefined && isAlive(pid)) process.kill(pid, signal);
    };
    process.on('SIGTERM', forward);
    process.on('SIGHUP', forward);
    // A terminal sends Ctrl-C to all of them itself; twice would mean "at once" to them.
    process.on('SIGINT', (signal) => (process.stdin.isTTY ? undefined : forward(signal)));
    whenLeftByNpm(() => forward('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (exitCode, signal) => (code = exitCode ?? exitCodeOf(signal)));
    lines.on('close', () => {
      const wasFollowed = pid !== child.pid;
      // Of a process that we have not started we only know whether it ended as it was told to.
      if (wasFollowed) resolve(isAsked ? 0 : 1);
      else if (code !== undefined) resolve(code);
      else child.once('exit', (exitCode, signal) => resolve(exitCode ?? exitCodeOf(signal)));
    });
  });
}

/** @param {number} pid @returns {boolean} */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // Gone in this very moment: there is nobody to pass a signal on to.
    return false;
  }
}
