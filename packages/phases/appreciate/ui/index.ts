export { appreciate as kind } from '../domain/index.ts';
export { default } from './Appreciate.tsx';
