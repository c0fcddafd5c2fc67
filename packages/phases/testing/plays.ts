import type { PhasePlay } from '@rondo/live/testing';
import { agendaPlay } from '../agenda/testing/play.ts';
import { appreciatePlay } from '../appreciate/testing/play.ts';
import { breakoutPlay } from '../breakout/testing/play.ts';
import { collectPlay } from '../collect/testing/play.ts';
import { discussPlay } from '../discuss/testing/play.ts';
import { estimatePlay } from '../estimate/testing/play.ts';
import { groupPlay } from '../group/testing/play.ts';
import { icebreakerPlay } from '../icebreaker/testing/play.ts';
import { pollPlay } from '../poll/testing/play.ts';
import { rankPlay } from '../rank/testing/play.ts';
import { ratePlay } from '../rate/testing/play.ts';
import { reportPlay } from '../report/testing/play.ts';
import { respondPlay } from '../respond/testing/play.ts';
import { reviewPlay } from '../review/testing/play.ts';
import { updatesPlay } from '../updates/testing/play.ts';
import { votePlay } from '../vote/testing/play.ts';
import { wrapUpPlay } from '../wrap-up/testing/play.ts';

/** How each kind is played in tests. A test fails when a kind of the registry is missing here. */
export const plays: readonly PhasePlay[] = [
  icebreakerPlay,
  collectPlay,
  breakoutPlay,
  groupPlay,
  votePlay,
  rankPlay,
  discussPlay,
  estimatePlay,
  respondPlay,
  updatesPlay,
  agendaPlay,
  ratePlay,
  pollPlay,
  appreciatePlay,
  reviewPlay,
  reportPlay,
  wrapUpPlay,
];
