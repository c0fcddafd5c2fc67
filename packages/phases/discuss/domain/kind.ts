import { phaseKind } from '@rondo/meeting';
import { discussOutline } from '../outline.ts';
import type { DiscussSettings } from './settings.ts';
import type { DiscussHand, DiscussState } from './state.ts';

export const { command, define } = phaseKind<DiscussSettings, DiscussState, DiscussHand>(
  discussOutline,
);

/** People finish their sentence also when the facilitator has gone on or back meanwhile. */
export const WHENEVER = ['open', 'done', 'ahead'] as const;
