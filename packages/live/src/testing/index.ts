export * from './chance.ts';
export * from './play.ts';
