import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { announce, EmptyState, hueStyle } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { Board, PhaseHeading, PhaseStatus, Tip, useChange, useWords } from '../../parts/index.ts';
import { HelpedTray } from './HelpedTray.tsx';
import { OneByOne } from './OneByOne.tsx';
import { PromisedTask } from './PromisedTask.tsx';
import { PutOff } from './PutOff.tsx';
import { useReview } from './useReview.ts';
import styles from './Review.module.css';

/** What was promised in earlier meetings: what became of it, and whether it helped. */
export default function Review({ phaseId }: { phaseId: PhaseId }) {
  const { t } = useLingui();
  const words = useWords();
  const { status, settings, state } = useReview(phaseId);
  const { order, tasks } = state;
  const left = order.filter((id) => tasks[id]?.verdict === null).length;
  const mayJudge = status === 'open' || status === 'done';
  useChange(left, () => {
    if (left === 0) announce(t`It is known of every task what became of it.`);
  });
  return (
    <>
      <Board className={styles.board} style={hueStyle('review')}>
        <PhaseHeading
          title={words(settings.question)}
          note={
            order.length > 0 && (
              <Trans>
                What you keep stays with the team and comes up again. Anyone may say it.
              </Trans>
            )
          }
          aside={
            order.length > 0 && (
              <p className={styles.left}>
                {left === 0 ? (
                  <Trans>Nothing left open</Trans>
                ) : (
                  <Plural value={left} one="# task to look at" other="# tasks to look at" />
                )}
              </p>
            )
          }
        />
        <PhaseStatus phase={phaseId} />
        {order.length === 0 ? (
          <EmptyState title={t`No open promises`} hue="review" drawing="rings">
            <Trans>
              Tasks that you agree on in any meeting come up here until they are done or dropped.
            </Trans>
          </EmptyState>
        ) : settings.way === 'one-by-one' && status === 'open' ? (
          <OneByOne phase={phaseId} />
        ) : (
          <ul className={styles.list} aria-label={t`Tasks of earlier meetings`}>
            {order.map((id) => (
              <li key={id} className={styles.item}>
                <PromisedTask phase={phaseId} id={id} readOnly={!mayJudge} />
              </li>
            ))}
          </ul>
        )}
        {status === 'open' && <PutOff phase={phaseId} />}
        <Tip phase={phaseId}>
          <Trans>
            Keep it short and without blame. What was missed twice gets another day, somebody else,
            or less to do; or it is dropped.
          </Trans>
        </Tip>
      </Board>
      {status === 'open' && settings.askIfHelped && <HelpedTray phase={phaseId} />}
    </>
  );
}
