import { phaseKind } from '@rondo/meeting';
import { updatesOutline } from '../outline.ts';
import type { UpdatesSettings } from './settings.ts';
import type { UpdatesHand, UpdatesState } from './state.ts';

export const { command, serverCommand, define } = phaseKind<
  UpdatesSettings,
  UpdatesState,
  UpdatesHand
>(updatesOutline);
