export { rank as kind } from '../domain/index.ts';
export { default } from './Rank.tsx';
