export * from './playground.ts';
export * from './preview.ts';
export * from './stories/index.ts';
export type { Teammate } from './teammate.ts';
