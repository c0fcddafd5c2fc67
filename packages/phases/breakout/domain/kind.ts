import { phaseKind } from '@rondo/meeting';
import { breakoutOutline } from '../outline.ts';
import type { BreakoutSettings } from './settings.ts';
import type { BreakoutHand, BreakoutState } from './state.ts';

export const { command, serverCommand, define } = phaseKind<
  BreakoutSettings,
  BreakoutState,
  BreakoutHand
>(breakoutOutline);
