import { phaseKind } from '@rondo/meeting';
import { rateOutline } from '../outline.ts';
import type { RateSettings } from './settings.ts';
import type { RateHand, RateState } from './state.ts';

export const { command, serverCommand, define } = phaseKind<RateSettings, RateState, RateHand>(
  rateOutline,
);
