export { breakout as kind } from '../domain/index.ts';
export { default } from './Breakout.tsx';
