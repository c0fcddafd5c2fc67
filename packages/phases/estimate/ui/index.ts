export { estimate as kind } from '../domain/index.ts';
export { default } from './Estimate.tsx';
