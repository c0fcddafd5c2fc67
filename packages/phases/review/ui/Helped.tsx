import { Plural, Trans } from '@lingui/react/macro';
import type { PhaseId } from '@rondo/meeting';
import { FEWEST_ANSWERS, type ReviewedTask } from '../domain/index.ts';
import { useReview } from './useReview.ts';
import styles from './PromisedTask.module.css';

/** Whether it helped: while people answer how many have, then the counts, if they give nobody away. */
export function Helped({
  phase,
  task: { answers, helped },
}: {
  phase: PhaseId;
  task: ReviewedTask;
}) {
  const { status, settings } = useReview(phase);
  if (helped !== null) {
    const { yes, no } = helped;
    return (
      <p className={styles.helped}>
        <Trans>
          Did it help? {yes} yes, {no} no
        </Trans>
      </p>
    );
  }
  if (!settings.askIfHelped || answers === 0) return null;
  return (
    <p className={styles.helped}>
      {status === 'open' ? (
        <Plural
          value={answers}
          one="# person has said whether it helped"
          other="# people have said whether it helped"
        />
      ) : (
        <Trans>
          Fewer than {FEWEST_ANSWERS} people have said whether it helped, so it stays in their
          hands.
        </Trans>
      )}
    </p>
  );
}
