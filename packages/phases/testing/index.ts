export {
  chanceOf,
  markersIn,
  type Chance,
  type Move,
  type PhasePlay,
  type PlayAt,
} from '@rondo/live/testing';
export { plays } from './plays.ts';
export { freePlay, someFlow, type Done } from './free-play.ts';
