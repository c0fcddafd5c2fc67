export { collect as kind } from '../domain/index.ts';
export { default } from './Collect.tsx';
