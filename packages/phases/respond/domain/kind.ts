import { phaseKind } from '@rondo/meeting';
import { respondOutline } from '../outline.ts';
import type { RespondSettings } from './settings.ts';
import type { RespondHand, RespondState } from './state.ts';

export const { command, serverCommand, define } = phaseKind<
  RespondSettings,
  RespondState,
  RespondHand
>(respondOutline);
