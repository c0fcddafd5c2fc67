// A program: Rondo's own server that collects its garbage every few seconds, and tells what it holds then.
// V8 lets garbage lie for minutes where there is room, in waves longer than a soak, and keeps pages in
// reserve that it has once needed: neither is held.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const EVERY_MS = 5_000;

setFlagsFromString('--expose-gc');
// The only way to it after the start.
const collect = runInNewContext('gc') as () => void;
setInterval(() => {
  collect();
  const { rss, heapTotal, heapUsed } = process.memoryUsage();
  process.stdout.write(`holds ${((rss - heapTotal + heapUsed) / 1_048_576).toFixed(2)} MB\n`);
}, EVERY_MS).unref();
await import('../../apps/server/src/main.ts');
