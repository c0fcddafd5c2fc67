import { sorted } from '@rondo/meeting';
import {
  thankable,
  type AppreciateHand,
  type AppreciateSettings,
  type AppreciateState,
} from '@rondo/phases/appreciate/domain';
import type { Bot } from '../teammate.ts';
import { partsOf } from './at.ts';

/** So many thanks of one teammate are plenty. */
const MOST = 2;

/** Thanks a person or everybody, and claps for what the others have said. */
export const appreciateBot: Bot = ({ view, me, phase, luck, say }) => {
  const { state, hand } = partsOf<AppreciateSettings, AppreciateState, AppreciateHand>(view, phase);
  const given = [...Object.keys(hand?.wrapped ?? {}), ...Object.keys(hand?.mine ?? {})];
  const person = luck.pick(thankable(view.board, me));
  const text = given.length < MOST ? say('kudos') : null;
  if (text !== null) {
    const isForAll = person === undefined || luck.oneIn(4);
    const to = { people: isForAll ? [] : [person], team: isForAll, names: [] };
    return { name: 'giveKudos', args: { id: luck.id<'kudos'>(), to, text } };
  }
  const liked = luck.pick(sorted(state.kudos).filter(([id]) => hand?.mine[id] !== true));
  if (!liked || !luck.oneIn(3)) return null;
  return { name: 'reactToKudos', args: { id: liked[0], sign: 'clap', on: true } };
};
