export { discuss as kind } from '../domain/index.ts';
export { default } from './Discuss.tsx';
