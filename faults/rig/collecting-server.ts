// A program: Rondo's own server that collects its garbage every few seconds. V8 lets garbage lie for
// minutes where there is room, in waves longer than a soak: what is measured here is what is held.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const EVERY_MS = 5_000;

setFlagsFromString('--expose-gc');
// The only way to it after the start.
const collect = runInNewContext('gc') as () => void;
setInterval(collect, EVERY_MS).unref();
await import('../../apps/server/src/main.ts');
