import { Trans } from '@lingui/react/macro';
import { Banner } from '@rondo/design';
import { useView } from '@rondo/live/react';
import type { Phase, PhaseId } from '@rondo/meeting';
import { lazy, Suspense, type ReactNode } from 'react';
import styles from './PhaseStatus.module.css';

// Most phases are live: only the others need it.
const WindowNote = lazy(async () => ({ default: (await import('./WindowNote.tsx')).WindowNote }));

interface Props {
  phase: PhaseId;
  /** What is still possible once it is done; without it nothing is said then. */
  done?: ReactNode;
}

/** Says when this phase is open by the clock, and why it cannot be worked in right now: it comes later, is paused, was left out, or is over. */
export function PhaseStatus({ phase: id, done }: Props) {
  const phase = useView((view) => view.board.phases[id]);
  const isRunning = useView((view) => view.board.status === 'running');
  if (!phase) return null;
  return (
    <>
      <Why phase={phase} done={done} />
      {phase.window && isRunning && (
        <Suspense fallback={null}>
          <WindowNote phase={phase} />
        </Suspense>
      )}
    </>
  );
}

function Why({ phase: { status, begun }, done }: { phase: Phase; done: ReactNode }) {
  if (status === 'open' || (status === 'done' && !done)) return null;
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
