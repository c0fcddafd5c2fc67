import { useMe, useView } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { usePhase } from '../../parts/index.ts';
import type { ReportSettings, ReportState } from '../domain/index.ts';

export function useReport(phase: PhaseId) {
  const { status, settings, state, phase: about } = usePhase<ReportSettings, ReportState>(phase);
  const me = useMe();
  const isMember = useView((view) => view.board.people[me]?.role === 'member');
  const isOpen = status === 'open';
  return { about, settings, state, mayWrite: isOpen, mayChoose: isOpen && isMember };
}
