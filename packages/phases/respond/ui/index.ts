export { respond as kind } from '../domain/index.ts';
export { default } from './Respond.tsx';
