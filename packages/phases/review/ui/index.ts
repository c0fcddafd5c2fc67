export { review as kind } from '../domain/index.ts';
export { default } from './Review.tsx';
