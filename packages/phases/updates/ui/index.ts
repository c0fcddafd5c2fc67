export { updates as kind } from '../domain/index.ts';
export { default } from './Updates.tsx';
