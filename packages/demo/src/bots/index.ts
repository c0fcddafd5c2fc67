import type { Bot } from '../teammate.ts';
import { agendaBot } from './agenda.ts';
import { appreciateBot } from './appreciate.ts';
import { breakoutBot } from './breakout.ts';
import { collectBot } from './collect.ts';
import { discussBot } from './discuss.ts';
import { estimateBot } from './estimate.ts';
import { groupBot } from './group.ts';
import { icebreakerBot } from './icebreaker.ts';
import { pollBot } from './poll.ts';
import { rankBot } from './rank.ts';
import { rateBot } from './rate.ts';
import { reportBot } from './report.ts';
import { respondBot } from './respond.ts';
import { reviewBot } from './review.ts';
import { updatesBot } from './updates.ts';
import { voteBot } from './vote.ts';
import { wrapUpBot } from './wrap-up.ts';

/** What simulated teammates do in phases of each kind. */
export const bots: Readonly<Record<string, Bot>> = {
  agenda: agendaBot,
  appreciate: appreciateBot,
  breakout: breakoutBot,
  collect: collectBot,
  discuss: discussBot,
  estimate: estimateBot,
  group: groupBot,
  icebreaker: icebreakerBot,
  poll: pollBot,
  rank: rankBot,
  rate: rateBot,
  report: reportBot,
  respond: respondBot,
  review: reviewBot,
  updates: updatesBot,
  vote: voteBot,
  'wrap-up': wrapUpBot,
};
