import { phaseKind } from '@rondo/meeting';
import { reviewOutline } from '../outline.ts';
import type { ReviewSettings } from './settings.ts';
import type { ReviewHand, ReviewState } from './state.ts';

export const { command, serverCommand, define } = phaseKind<
  ReviewSettings,
  ReviewState,
  ReviewHand
>(reviewOutline);
