import { phaseKind } from '@rondo/meeting';
import { agendaOutline } from '../outline.ts';
import type { AgendaSettings } from './settings.ts';
import type { AgendaHand, AgendaState } from './state.ts';

export const { command, serverCommand, define } = phaseKind<
  AgendaSettings,
  AgendaState,
  AgendaHand
>(agendaOutline);
