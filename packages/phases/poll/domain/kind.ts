import { phaseKind } from '@rondo/meeting';
import { pollOutline } from '../outline.ts';
import type { PollSettings } from './settings.ts';
import type { PollHand, PollState } from './state.ts';

export const { command, serverCommand, define } = phaseKind<PollSettings, PollState, PollHand>(
  pollOutline,
);
