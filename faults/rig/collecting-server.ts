// A program: Rondo's own server, holding only what it cannot do without. Every few seconds it gives back
// the rest: otherwise V8 lets garbage lie for minutes where there is room, in waves longer than a soak, and
// keeps pages in reserve that it has once needed, 75 of 240 MB. And it optimizes nothing: V8 does so for
// hours, a function now and then, in code and in the memory of its compilers. It tells what it holds then.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const EVERY_MS = 5_000;

for (const flag of ['--expose-gc', '--no-turbofan', '--no-maglev']) setFlagsFromString(flag);
// The only way to it after the start.
const collect = runInNewContext('gc') as (how: object) => void;
const all = { type: 'major', execution: 'sync', flavor: 'last-resort' };
setInterval(() => {
  collect(all);
  const megabytes = process.memoryUsage.rss() / 1_048_576;
  process.stdout.write(
    `holds ${megabytes.toFixed(2)} MB after ${performance.now().toFixed()} ms\n`,
  );
}, EVERY_MS).unref();
await import('../../apps/server/src/main.ts');
