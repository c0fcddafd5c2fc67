import { phaseKind } from '@rondo/meeting';
import { rankOutline } from '../outline.ts';
import type { RankSettings } from './settings.ts';
import type { RankHand, RankState } from './state.ts';

export const { command, serverCommand, define } = phaseKind<RankSettings, RankState, RankHand>(
  rankOutline,
);
