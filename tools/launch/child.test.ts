import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const launcher = `
  import { takeOver } from ${JSON.stringify(join(import.meta.dirname, 'child.mjs'))};
  const [, program] = process.argv;
  process.exitCode = await takeOver(process.execPath, [
    { args: ['--eval', program], cwd: process.cwd(), env: process.env },
  ]);`;

const program = `
  process.on('SIGTERM', () => { console.log('asked to end'); process.exit(); });
  setInterval(() => undefined, 1000);
  console.log('running');`;

/** As npm runs scripts: with a shell in between that keeps signals to itself. */
function startedByNpm() {
  const child = spawn(
    'sh',
    [
      '-c',
      '"$0" "$@"; exit $?',
      process.execPath,
      '--input-type=module',
      '--eval',
      launcher,
      program,
    ],
    { env: { ...process.env, npm_lifecycle_event: 'start' } },
  );
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { child, said: () => said };
}

it('what npm has started ends when npm is told to end', async () => {
  const { child, said } = startedByNpm();
  await expect.poll(said, { timeout: 20_000 }).toBe('running\n');
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  // The pipe closes when the last of them has ended.
  await closed;
  expect(said()).toBe('running\nasked to end\n');
});
