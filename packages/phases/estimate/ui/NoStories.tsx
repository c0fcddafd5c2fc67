import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { AddStories } from './AddStories.tsx';
import { useEstimate } from './useEstimate.ts';
import styles from './AddStories.module.css';

/** Nothing to estimate yet: here it is put on the list. */
export function NoStories({ phase, canWrite }: { phase: PhaseId; canWrite: boolean }) {
  const { t } = useLingui();
  const { state } = useEstimate(phase);
  return (
    <div className={styles.empty}>
      <EmptyState title={t`No stories yet`} hue="estimate" drawing="cards">
        {!canWrite ? (
          <Trans>Stories are put on the list once this phase has begun.</Trans>
        ) : state.offers.length > 0 ? (
          <Trans>
            Write one, paste a whole list or a table, or take some of your open tasks. Anybody may.
          </Trans>
        ) : (
          <Trans>Write one, or paste a whole list or a table. Anybody may.</Trans>
        )}
      </EmptyState>
      {canWrite && <AddStories phase={phase} isFirst />}
    </div>
  );
}
