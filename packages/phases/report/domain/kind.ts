import { phaseKind } from '@rondo/meeting';
import { reportOutline } from '../outline.ts';
import type { ReportSettings } from './settings.ts';
import type { ReportHand, ReportState } from './state.ts';

export const { command, serverCommand, define } = phaseKind<
  ReportSettings,
  ReportState,
  ReportHand
>(reportOutline);
