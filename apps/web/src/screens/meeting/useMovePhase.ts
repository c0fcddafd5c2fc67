import { useLingui } from '@lingui/react/macro';
import { announce, toast } from '@rondo/design';
import { useLiveClient, useSend } from '@rondo/live/react';
import { checkFlow, movePhase, type Board, type PhaseId } from '@rondo/meeting';
import { outlines } from '@rondo/phases/outlines';
import { usePhaseTitle } from './usePhaseWords.ts';

/** Puts a phase behind another one (null: to the front), or says what would be missing then. */
export function useMovePhase(): (phase: PhaseId, behind: PhaseId | null) => void {
  const { t } = useLingui();
  const send = useSend();
  const { getState } = useLiveClient();
  const titleOf = usePhaseTitle();
  const materials = { cards: t`cards`, topics: t`topics`, votes: t`votes` };
  return (phase, behind) => {
    const board = getState().view?.board;
    if (!board) return;
    const flow = moved(board, phase, behind);
    const [problem] = checkFlow(
      flow.map((id) => board.phases[id]?.kind ?? ''),
      outlines,
    );
    const lacking = problem && board.phases[flow[problem.index] ?? phase];
    if (problem && lacking && problem.missing !== 'kind') {
      const title = titleOf(lacking);
      const material = materials[problem.missing];
      toast({
        tone: 'warn',
        text: t`“${title}” needs ${material}, and no phase before it would give them.`,
      });
      return;
    }
    void send(null, movePhase, { phase, behind });
    announce(t`Moved`);
  };
}

function moved({ flow }: Board, phase: PhaseId, behind: PhaseId | null): PhaseId[] {
  const rest = flow.filter((each) => each !== phase);
  const at = behind === null ? 0 : rest.indexOf(behind) + 1;
  return [...rest.slice(0, at), phase, ...rest.slice(at)];
}
