import type { LocalText, Outlines } from '@rondo/meeting';
import { agendaOutline } from './agenda/outline.ts';
import { appreciateOutline } from './appreciate/outline.ts';
import { breakoutOutline } from './breakout/outline.ts';
import { collectOutline } from './collect/outline.ts';
import { discussOutline } from './discuss/outline.ts';
import { estimateOutline } from './estimate/outline.ts';
import { groupOutline } from './group/outline.ts';
import { icebreakerOutline } from './icebreaker/outline.ts';
import { pollOutline } from './poll/outline.ts';
import { rankOutline } from './rank/outline.ts';
import { rateOutline } from './rate/outline.ts';
import { reportOutline } from './report/outline.ts';
import { respondOutline } from './respond/outline.ts';
import { reviewOutline } from './review/outline.ts';
import { updatesOutline } from './updates/outline.ts';
import { voteOutline } from './vote/outline.ts';
import { wrapUpOutline } from './wrap-up/outline.ts';

/** What can be told of every kind without loading it, in the order in which a meeting might use them. */
export const outlines: Outlines = Object.fromEntries(
  [
    icebreakerOutline,
    collectOutline,
    breakoutOutline,
    groupOutline,
    voteOutline,
    rankOutline,
    discussOutline,
    estimateOutline,
    respondOutline,
    updatesOutline,
    agendaOutline,
    rateOutline,
    pollOutline,
    appreciateOutline,
    reviewOutline,
    reportOutline,
    wrapUpOutline,
  ].map((each) => [each.kind, each]),
);

/** What a kind is called where an activity gives its phase no title. */
export const phaseTitle = (kind: string): LocalText => outlines[kind]?.title ?? kind;
