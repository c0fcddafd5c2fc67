export * from './playground.ts';
export type { Teammate } from './teammate.ts';
