import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { stripVTControlCharacters } from 'node:util';

/**
 * Runs a program quietly and keeps what it says for the case that it fails.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<{ code: number, output: string }>} code 127 when the program is missing
 */
export function runQuietly(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => {
      if ('code' in error && error.code === 'ENOENT') resolve({ code: 127, output: error.message });
      else reject(error);
    });
    child.on('close', (code, signal) => {
      // Not every program heeds NO_COLOR.
      resolve({ code: code ?? exitCodeOf(signal), output: stripVTControlCharacters(output) });
    });
  });
}

/**
 * Puts programs in our place: they get our terminal and the signals sent to us. When the first one
 * ends, the others are asked to end too.
 * @param {{ args: string[], cwd: string, env: NodeJS.ProcessEnv }[]} programs
 * @param {string} node the Node.js binary to run them with
 * @returns {Promise<number>} the exit code of the one that ended first
 */
export function takeOver(node, programs) {
  return new Promise((resolve, reject) => {
    const children = programs.map(({ args, cwd, env }) =>
      spawn(node, args, { cwd, env, stdio: 'inherit' }),
    );
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => children.forEach((child) => child.kill(signal));
    process.on('SIGTERM', forward);
    process.on('SIGHUP', forward);
    // A terminal sends Ctrl-C to the children itself; twice would mean "at once" to them.
    process.on('SIGINT', (signal) => (process.stdin.isTTY ? undefined : forward(signal)));
    whenLeftByNpm(() => forward('SIGTERM'));
    /** @type {number | undefined} */
    let result;
    let running = children.length;
    for (const child of children) {
      child.on('error', reject);
      child.on('close', (code, signal) => {
        running -= 1;
        result ??= code ?? exitCodeOf(signal);
        if (running === 0) resolve(result);
        else forward('SIGTERM');
      });
    }
  });
}

/**
 * npm passes a signal on to the shell between it and us, which ends without passing it on to us. Who
 * was not started by npm may outlive its parent, as with `nohup`.
 * @param {() => void} end called once, when that shell is gone
 */
export function whenLeftByNpm(end) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, 300);
  watch.unref();
}

/** @param {NodeJS.Signals | null} signal @returns {number} what a shell would report */
export function exitCodeOf(signal) {
  return signal ? 128 + constants.signals[signal] : 1;
}
