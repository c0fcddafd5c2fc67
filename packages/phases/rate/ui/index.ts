export { rate as kind } from '../domain/index.ts';
export { default } from './Rate.tsx';
