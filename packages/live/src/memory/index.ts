export * from './bus.ts';
export * from './log.ts';
