import type { Bot } from '../teammate.ts';
import { breakoutBot } from './breakout.ts';
import { collectBot } from './collect.ts';
import { discussBot } from './discuss.ts';
import { estimateBot } from './estimate.ts';
import { groupBot } from './group.ts';
import { icebreakerBot } from './icebreaker.ts';
import { rateBot } from './rate.ts';
import { respondBot } from './respond.ts';
import { voteBot } from './vote.ts';
import { wrapUpBot } from './wrap-up.ts';

/** What simulated teammates do in phases of each kind; in a kind that is missing here they only watch. */
export const bots: Readonly<Record<string, Bot>> = {
  breakout: breakoutBot,
  collect: collectBot,
  discuss: discussBot,
  estimate: estimateBot,
  group: groupBot,
  icebreaker: icebreakerBot,
  rate: rateBot,
  respond: respondBot,
  vote: voteBot,
  'wrap-up': wrapUpBot,
};
