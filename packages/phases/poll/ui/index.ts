export { poll as kind } from '../domain/index.ts';
export { default } from './Poll.tsx';
