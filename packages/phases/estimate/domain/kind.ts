import { phaseKind, type ServerAt } from '@rondo/meeting';
import { estimateOutline } from '../outline.ts';
import type { EstimateSettings } from './settings.ts';
import type { EstimateHand, EstimateState } from './state.ts';

export const { command, serverCommand, define } = phaseKind<
  EstimateSettings,
  EstimateState,
  EstimateHand
>(estimateOutline);

export type ServerSide = ServerAt<EstimateSettings, EstimateState, EstimateHand>;

/** What is written about stories can be finished also when the facilitator has gone on or back meanwhile. */
export const ONCE_BEGUN = ['open', 'done', 'ahead'] as const;
