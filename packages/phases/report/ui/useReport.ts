import { useLiveClient, useMe, useView } from '@rondo/live/react';
import type { Command, PhaseId } from '@rondo/meeting';
import { useCallback } from 'react';
import { useExplain, usePhase } from '../../parts/index.ts';
import type { ReportSettings, ReportState } from '../domain/index.ts';

export function useReport(phase: PhaseId) {
  const { status, settings, state, phase: about } = usePhase<ReportSettings, ReportState>(phase);
  const me = useMe();
  const isMember = useView((view) => view.board.people[me]?.role === 'member');
  const isOpen = status === 'open';
  return { about, settings, state, mayWrite: isOpen, mayChoose: isOpen && isMember };
}

/** Carries out, and says why where it was not. @returns whether it was done */
export function useAct(phase: PhaseId) {
  const { send } = useLiveClient();
  const explain = useExplain();
  return useCallback(
    async <Args>(command: Command<Args>, args: Args): Promise<boolean> => {
      const answer = await send(phase, command, args);
      if (answer !== 'done') explain(answer);
      return answer === 'done';
    },
    [send, explain, phase],
  );
}
