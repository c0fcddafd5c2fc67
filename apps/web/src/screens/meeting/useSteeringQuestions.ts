import { useLingui } from '@lingui/react/macro';
import { useView } from '@rondo/live/react';
import { takenBackBy, type PhaseId } from '@rondo/meeting';
import { outlines } from '@rondo/phases/outlines';
import { usePhaseTitle } from './usePhaseWords.ts';
import { useReadiness } from './useReadiness.ts';

interface Questions {
  /** Before the present phase ends. */
  goingOn: string | null;
  /** Before everybody is led to this phase. */
  leadingTo: (phase: PhaseId) => string | null;
}

/** What the facilitator is asked before others lose something by a step; null where nobody loses anything. */
export function useSteeringQuestions(): Questions {
  const { t, i18n } = useLingui();
  const titleOf = usePhaseTitle();
  const board = useView(
    (view) => view.board,
    (a, b) => a.flow === b.flow && a.phases === b.phases && a.at === b.at,
  );
  const { ready, of } = useReadiness(board.at);
  const present = board.phases[board.at];
  const isOpen = present?.status === 'open';
  const putOff = isOpen ? (outlines[present.kind]?.putsOff?.(present.state) ?? []).length : 0;
  const goingOn = !isOpen
    ? null
    : putOff > 0
      ? t`${putOff} put off once more. Go on?`
      : ready === of
        ? null
        : t`${ready} of ${of} ready. Go on?`;
  const leadingTo = (phase: PhaseId): string | null => {
    const titles = takenBackBy(board, outlines, phase).flatMap((id) => {
      const taken = board.phases[id];
      return taken ? titleOf(taken) : [];
    });
    if (titles.length > 0) {
      const list = new Intl.ListFormat(i18n.locale).format(titles);
      return t`This also takes back: ${list}. Sure?`;
    }
    return board.flow.indexOf(phase) > board.flow.indexOf(board.at) ? goingOn : null;
  };
  return { goingOn, leadingTo };
}
