import type { PhasePlay } from '@rondo/live/testing';
import { collectPlay } from '../collect/testing/play.ts';
import { discussPlay } from '../discuss/testing/play.ts';
import { groupPlay } from '../group/testing/play.ts';
import { icebreakerPlay } from '../icebreaker/testing/play.ts';
import { votePlay } from '../vote/testing/play.ts';
import { wrapUpPlay } from '../wrap-up/testing/play.ts';

/** How each kind is played in tests. A test fails when a kind of the registry is missing here. */
export const plays: readonly PhasePlay[] = [
  icebreakerPlay,
  collectPlay,
  groupPlay,
  votePlay,
  discussPlay,
  wrapUpPlay,
];
