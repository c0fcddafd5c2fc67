export { group as kind } from '../domain/index.ts';
export { default } from './Group.tsx';
