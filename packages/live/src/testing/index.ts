export * from './chance.ts';
export * from './play.ts';
export * from './clock.ts';
export * from './memory-bus.ts';
export * from './memory-connection.ts';
export * from './memory-log.ts';
