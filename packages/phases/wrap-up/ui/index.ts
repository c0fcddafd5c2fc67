export { wrapUp as kind } from '../domain/index.ts';
export { default } from './WrapUp.tsx';
