import { phaseKind } from '@rondo/meeting';
import { estimateOutline } from '../outline.ts';
import type { EstimateSettings } from './settings.ts';
import type { EstimateHand, EstimateState } from './state.ts';

export const { command, serverCommand, define } = phaseKind<
  EstimateSettings,
  EstimateState,
  EstimateHand
>(estimateOutline);
