import { useLingui } from '@lingui/react/macro';
import { ConfirmButton } from '@rondo/design';
import { useSend, useView, useWaiting } from '@rondo/live/react';
import { endMeeting, finishPhase, openPhase } from '@rondo/meeting';
import { ArrowRight } from 'lucide-react';
import type { Following } from './useFollow.ts';
import { useFinishWords, usePhaseTitle } from './usePhaseWords.ts';
import { useSteeringQuestions } from './useSteeringQuestions.ts';
import styles from './Header.module.css';

/**
 * The facilitator's one next step: end this phase and open the next. A second tap is asked for while
 * others are not ready, when results are taken back, and when it ends the meeting.
 */
export function GoOn({ following }: { following: Following }) {
  const { t } = useLingui();
  const send = useSend();
  const titleOf = usePhaseTitle();
  const finishWords = useFinishWords();
  const questions = useSteeringQuestions();
  const { lead, viewing } = following;
  const { flow, phases } = useView(
    ({ board }) => board,
    (a, b) => a.flow === b.flow && a.phases === b.phases,
  );
  const finishing = useWaiting(null, finishPhase);
  const opening = useWaiting(null, openPhase);
  const ending = useWaiting(null, endMeeting);
  const busy = finishing || opening || ending;

  if (viewing !== lead) {
    return (
      <ConfirmButton
        about={viewing}
        tone="primary"
        busy={busy}
        className={styles.step}
        question={questions.leadingTo(viewing)}
        onConfirm={() => void send(null, openPhase, { phase: viewing })}
      >
        {t`Lead everyone here`}
      </ConfirmButton>
    );
  }
  const next = flow.slice(flow.indexOf(lead) + 1).find((id) => phases[id]?.status === 'ahead');
  const nextPhase = next && phases[next];
  const label = finishWords(phases[lead]?.kind ?? '', nextPhase ? titleOf(nextPhase) : null);
  return (
    <ConfirmButton
      about={lead}
      tone="primary"
      busy={busy}
      className={styles.step}
      iconEnd={next && <ArrowRight size={18} aria-hidden />}
      question={next ? questions.goingOn : t`End it for everyone?`}
      onConfirm={() =>
        void (next ? send(null, finishPhase, { phase: lead }) : send(null, endMeeting, {}))
      }
    >
      {label}
    </ConfirmButton>
  );
}
