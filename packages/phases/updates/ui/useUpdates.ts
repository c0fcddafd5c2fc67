import type { PhaseId } from '@rondo/meeting';
import { usePhase, type PhaseOf } from '../../parts/index.ts';
import type { UpdatesSettings, UpdatesState } from '../domain/index.ts';

export const useUpdates = (phase: PhaseId): PhaseOf<UpdatesSettings, UpdatesState> =>
  usePhase<UpdatesSettings, UpdatesState>(phase);
