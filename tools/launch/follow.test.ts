import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const launcher = `
  import { follow } from ${JSON.stringify(join(import.meta.dirname, 'follow.mjs'))};
  process.exitCode = await follow(process.execPath, {
    args: [process.argv[1]], cwd: process.cwd(), env: process.env,
  });`;

/** A server that hands over to one like it, and ends. */
const server = `
  import { spawn } from 'node:child_process';
  import { writeSync } from 'node:fs';
  const fd = Number(process.argv.find((arg) => arg.startsWith('--launcher-fd=')).split('=')[1]);
  const tell = (what) => writeSync(fd, JSON.stringify(what) + '\\n');
  if (process.argv.includes('last')) {
    console.log('the next one serves');
    process.on('SIGTERM', () => {
      tell({ ended: true });
      console.log('asked to end');
      process.exit();
    });
    setInterval(() => undefined, 1000);
  } else {
    const args = [import.meta.filename, '--launcher-fd=3', 'last'];
    const next = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', fd] });
    tell({ followedBy: next.pid });
    process.exit(0);
  }`;

function launched(program: string) {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-follow-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'server.mjs');
  writeFileSync(file, program);
  const child = spawn(process.execPath, ['--input-type=module', '--eval', launcher, file]);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { child, said: () => said, exit: once(child, 'exit') };
}

it('it goes on with the process that has taken over, passes signals on to it, and ends with it', async () => {
  const { child, said, exit } = launched(server);
  await expect.poll(said, { timeout: 20_000 }).toBe('the next one serves\n');
  child.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
  expect(said()).toBe('the next one serves\nasked to end\n');
});

it('it ends with 1 when whoever has taken over is gone without having been asked', async () => {
  const dies = server.replace('setInterval(() => undefined, 1000);', 'process.exit(0);');
  expect(await launched(dies).exit).toEqual([1, null]);
});

it('it ends with the exit code of a server that does not start', async () => {
  expect(await launched('process.exit(3);').exit).toEqual([3, null]);
});
