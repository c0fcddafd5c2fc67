import { useLingui } from '@lingui/react/macro';
import { Button, ConfirmButton } from '@rondo/design';
import { useSend, useView, useWaiting } from '@rondo/live/react';
import { endMeeting, finishPhase, openPhase, type PhaseId } from '@rondo/meeting';
import { ArrowRight } from 'lucide-react';
import type { Following } from './useFollow.ts';
import { useFinishWords, usePhaseTitle } from './usePhaseWords.ts';
import { useReadiness } from './useReadiness.ts';

/**
 * The facilitator's one next step: end this phase and open the next. While others are not ready, or
 * when it ends the meeting, a second tap is asked for.
 */
export function GoOn({ following }: { following: Following }) {
  const { t } = useLingui();
  const send = useSend();
  const titleOf = usePhaseTitle();
  const finishWords = useFinishWords();
  const { lead, viewing } = following;
  const { flow, phases } = useView(
    ({ board }) => board,
    (a, b) => a.flow === b.flow && a.phases === b.phases,
  );
  const { ready, of } = useReadiness(lead);
  const finishing = useWaiting(null, finishPhase);
  const opening = useWaiting(null, openPhase);
  const ending = useWaiting(null, endMeeting);
  const busy = finishing || opening || ending;

  if (viewing !== lead) {
    return (
      <Button
        tone="primary"
        busy={busy}
        onClick={() => void send(null, openPhase, { phase: viewing })}
      >
        {t`Lead everyone here`}
      </Button>
    );
  }
  const next = flow.slice(flow.indexOf(lead) + 1).find((id) => phases[id]?.status === 'ahead');
  const nextPhase = next && phases[next];
  const label = finishWords(phases[lead]?.kind ?? '', nextPhase ? titleOf(nextPhase) : null);
  if (!next) {
    return (
      <ConfirmButton
        tone="primary"
        busy={busy}
        question={t`End it for everyone?`}
        onConfirm={() => void send(null, endMeeting, {})}
      >
        {label}
      </ConfirmButton>
    );
  }
  const go = (phase: PhaseId): void => void send(null, finishPhase, { phase });
  // Alone, or everybody ready: nobody loses anything by going on.
  if (of === 0 || ready === of) {
    return (
      <Button
        tone="primary"
        busy={busy}
        iconEnd={<ArrowRight size={18} aria-hidden />}
        onClick={() => go(lead)}
      >
        {label}
      </Button>
    );
  }
  return (
    <ConfirmButton
      tone="primary"
      busy={busy}
      iconEnd={<ArrowRight size={18} aria-hidden />}
      question={t`${ready} of ${of} ready. Go on?`}
      onConfirm={() => go(lead)}
    >
      {label}
    </ConfirmButton>
  );
}
