import { Trans, useLingui } from '@lingui/react/macro';
import { announce } from '@rondo/design';
import { useSteers } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { Board, PhaseHeading, PhaseStatus, Tip, useChange, useWords } from '../../parts/index.ts';
import { AnswerTray } from './AnswerTray.tsx';
import { Decision } from './Decision.tsx';
import { NextRound } from './NextRound.tsx';
import { Note } from './Note.tsx';
import { Options } from './Options.tsx';
import { Prepare } from './Prepare.tsx';
import { Result } from './Result.tsx';
import { usePoll } from './usePoll.ts';
import { Waiting } from './Waiting.tsx';
import styles from './Poll.module.css';

/** One question: answers stay in hands until all are turned over; then what they say, and what was decided. */
export default function Poll({ phaseId }: { phaseId: PhaseId }) {
  const { t } = useLingui();
  const words = useWords();
  const steers = useSteers();
  const { status, settings, state } = usePoll(phaseId);
  const { result, past, answers } = state;
  const question = words(settings.question);
  const isRunning = status === 'open' || status === 'ahead';
  useChange(result !== null, () => announce(result ? t`The answers lie open.` : t`Asked again.`));
  useChange(question, () => announce(t`The question is now: ${question}`));
  const numbered = past.map((round, index) => ({ round, number: index + 1 })).toReversed();
  const mayPrepare = steers && isRunning && result === null;
  return (
    <>
      <Board className={styles.board}>
        <PhaseHeading
          title={question}
          note={<Note phase={phaseId} />}
          aside={mayPrepare && <Prepare phase={phaseId} isLocked={answers > 0} />}
        />
        <PhaseStatus phase={phaseId} />
        {result === null ? (
          <>
            {status !== 'skipped' && <Waiting phase={phaseId} />}
            <Options phase={phaseId} />
          </>
        ) : (
          <Result
            phase={phaseId}
            round={{ question: settings.question, options: state.options, result }}
          />
        )}
        {result !== null && steers && status === 'open' && <NextRound phase={phaseId} />}
        {(result !== null || past.length > 0) && <Decision phase={phaseId} />}
        {past.length > 0 && (
          <section className={styles.past}>
            <h3>
              <Trans>Asked before</Trans>
            </h3>
            {numbered.map(({ round, number }) => (
              <details key={number}>
                <summary>
                  <Trans>
                    Round {number}: {words(round.question)}
                  </Trans>
                </summary>
                <Result phase={phaseId} round={round} />
              </details>
            ))}
          </section>
        )}
        <Tip phase={phaseId}>
          <Trans>Read the question out, and ask whether it is clear, before anybody answers.</Trans>
        </Tip>
      </Board>
      {status === 'open' && <AnswerTray key={state.asked} phase={phaseId} />}
    </>
  );
}
