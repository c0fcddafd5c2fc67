import { phaseKind } from '@rondo/meeting';
import { icebreakerOutline } from '../outline.ts';
import type { IcebreakerSettings } from './settings.ts';
import type { IcebreakerHand, IcebreakerState } from './state.ts';

export const { command, serverCommand, define } = phaseKind<
  IcebreakerSettings,
  IcebreakerState,
  IcebreakerHand
>(icebreakerOutline);
