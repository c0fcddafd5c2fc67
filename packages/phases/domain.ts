import type { Registry } from '@rondo/meeting';
import { agenda } from './agenda/domain/index.ts';
import { appreciate } from './appreciate/domain/index.ts';
import { breakout } from './breakout/domain/index.ts';
import { collect } from './collect/domain/index.ts';
import { discuss } from './discuss/domain/index.ts';
import { estimate } from './estimate/domain/index.ts';
import { group } from './group/domain/index.ts';
import { icebreaker } from './icebreaker/domain/index.ts';
import { poll } from './poll/domain/index.ts';
import { rank } from './rank/domain/index.ts';
import { rate } from './rate/domain/index.ts';
import { report } from './report/domain/index.ts';
import { respond } from './respond/domain/index.ts';
import { review } from './review/domain/index.ts';
import { updates } from './updates/domain/index.ts';
import { vote } from './vote/domain/index.ts';
import { wrapUp } from './wrap-up/domain/index.ts';

/** Every building block, by kind, as pure code. A new kind is added here, in `outlines.ts` and in `ui.tsx`, nowhere else. */
export const phases: Registry = {
  icebreaker,
  collect,
  breakout,
  group,
  vote,
  rank,
  discuss,
  estimate,
  respond,
  updates,
  agenda,
  rate,
  poll,
  appreciate,
  review,
  report,
  'wrap-up': wrapUp,
};
