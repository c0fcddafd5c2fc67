export { report as kind } from '../domain/index.ts';
export { default } from './Report.tsx';
