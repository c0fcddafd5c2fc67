export { icebreaker as kind } from '../domain/index.ts';
export { default } from './Icebreaker.tsx';
