import type { Bot } from '../teammate.ts';
import { collectBot } from './collect.ts';
import { discussBot } from './discuss.ts';
import { groupBot } from './group.ts';
import { icebreakerBot } from './icebreaker.ts';
import { voteBot } from './vote.ts';
import { wrapUpBot } from './wrap-up.ts';

/** What simulated teammates do in phases of each kind; in a kind that is missing here they only watch. */
export const bots: Readonly<Record<string, Bot>> = {
  collect: collectBot,
  discuss: discussBot,
  group: groupBot,
  icebreaker: icebreakerBot,
  vote: voteBot,
  'wrap-up': wrapUpBot,
};
