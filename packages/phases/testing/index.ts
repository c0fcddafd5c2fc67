export {
  chanceOf,
  markersIn,
  type Chance,
  type Move,
  type PhasePlay,
  type PlayAt,
} from '@rondo/live/testing';
export { Asked } from './asked.ts';
export { Expected } from './expected.ts';
export { Given } from './given.ts';
export { plays } from './plays.ts';
export { freePlay, someFlow, type Done } from './free-play.ts';
