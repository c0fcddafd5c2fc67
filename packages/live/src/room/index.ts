export type { Drained } from './drain.ts';
export { LIMITS, type Limits, type Rate } from './limits.ts';
export { createNode, type Figures, type LiveNode, type NodeOptions } from './node.ts';
export * from './ports.ts';
export { applyEntries } from './replay.ts';
export type { Settled } from './room.ts';
