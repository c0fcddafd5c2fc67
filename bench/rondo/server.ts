// A program: Rondo's own server, as `npm start` runs it, with one difference: people here are
// thousands of times quicker than people, so how much one connection may ask for is not limited.
import { LIMITS } from '@rondo/live/room';

const plenty = { perSecond: 1e9, burst: 1e9 };
Object.assign(LIMITS, { commands: plenty, messages: plenty, queued: 20_000 });
await import('../../apps/server/src/main.ts');
