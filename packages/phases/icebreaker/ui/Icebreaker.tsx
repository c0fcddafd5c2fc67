import { Trans, useLingui } from '@lingui/react/macro';
import { announce, hueStyle, Skeleton } from '@rondo/design';
import { useSteers } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { useState } from 'react';
import { Board, PhaseStatus, Tip, useChange } from '../../parts/index.ts';
import { AnswerTray } from './AnswerTray.tsx';
import { QuestionTools } from './QuestionTools.tsx';
import { Together } from './Together.tsx';
import { Turns } from './Turns.tsx';
import { useIcebreaker } from './useIcebreaker.ts';
import { useQuestion } from './useQuestion.ts';
import styles from './Icebreaker.module.css';

/** One question to arrive with: aloud in turn, or in writing all at once. */
export default function Icebreaker({ phaseId }: { phaseId: PhaseId }) {
  const { t } = useLingui();
  const { phase, status, state } = useIcebreaker(phaseId);
  const drawn = useQuestion(state.question);
  // One from the set is drawn when the phase opens.
  const isDrawn = phase.begun || 'own' in state.question;
  const question = isDrawn ? drawn : t`A question to arrive with`;
  const steers = useSteers();
  const isTogether = state.mode === 'together';
  const [isChanging, setChanging] = useState(false);
  useChange(question, (before) => {
    if (before !== null && question !== null) announce(t`New question: ${question}`);
  });
  return (
    <>
      <Board className={styles.board} style={hueStyle('icebreaker')}>
        <PhaseStatus phase={phaseId} />
        <div className={styles.middle}>
          <p className={styles.eyebrow}>
            {isTogether ? <Trans>Everybody at once</Trans> : <Trans>One after another</Trans>}
          </p>
          {question === null ? (
            <div className={styles.waiting}>
              <Skeleton lines={2} height="3rem" label={t`Loading the question`} />
            </div>
          ) : (
            <h2 key={question} className={styles.question}>
              {question}
            </h2>
          )}
          {isTogether ? (
            <Together phase={phaseId} onChange={() => setChanging(true)} />
          ) : (
            <Turns phase={phaseId} />
          )}
          {steers && status === 'open' && <QuestionTools phase={phaseId} />}
        </div>
        <Tip phase={phaseId}>
          <Trans>Answer first yourself, and briefly: that shows how much is enough.</Trans>
        </Tip>
      </Board>
      {isTogether && status === 'open' && (
        <AnswerTray phase={phaseId} isChanging={isChanging} onChanging={setChanging} />
      )}
    </>
  );
}
