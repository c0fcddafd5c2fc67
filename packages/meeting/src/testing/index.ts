export * from './frozen.ts';
export * from './note-kind.ts';
export * from './seed-kind.ts';
export * from './sitting.ts';
export * from './world.ts';
