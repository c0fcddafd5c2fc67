import { phaseKind } from '@rondo/meeting';
import { appreciateOutline } from '../outline.ts';
import type { AppreciateSettings } from './settings.ts';
import type { AppreciateHand, AppreciateState } from './state.ts';

export const { command, serverCommand, define } = phaseKind<
  AppreciateSettings,
  AppreciateState,
  AppreciateHand
>(appreciateOutline);
