export { agenda as kind } from '../domain/index.ts';
export { default } from './Agenda.tsx';
