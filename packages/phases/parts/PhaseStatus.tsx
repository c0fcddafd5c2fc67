import { Trans } from '@lingui/react/macro';
import { Banner } from '@rondo/design';
import { useView } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import type { ReactNode } from 'react';
import styles from './PhaseStatus.module.css';

interface Props {
  phase: PhaseId;
  /** What is still possible once it is done; without it nothing is said then. */
  done?: ReactNode;
}

/** Says why this phase cannot be worked in right now: it comes later, is paused, was left out, or is over. */
export function PhaseStatus({ phase, done }: Props) {
  const status = useView((view) => view.board.phases[phase]?.status);
  const begun = useView((view) => view.board.phases[phase]?.begun ?? false);
  if (status === 'open' || status === undefined || (status === 'done' && !done)) return null;
  return (
    <div className={styles.status}>
      <Banner tone="read-only">
        {status === 'done' && done}
        {status === 'skipped' && <Trans>This phase was left out.</Trans>}
        {status === 'ahead' &&
          (begun ? (
            <Trans>This phase is paused. What was given here is kept.</Trans>
          ) : (
            <Trans>
              This phase comes later. You can look around; it opens with the facilitator.
            </Trans>
          ))}
      </Banner>
    </div>
  );
}
