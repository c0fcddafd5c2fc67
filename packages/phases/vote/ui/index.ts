export { vote as kind } from '../domain/index.ts';
export { default } from './Vote.tsx';
