import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '@rondo/design';
import { sorted, type PhaseId } from '@rondo/meeting';
import { KudosCard } from './KudosCard.tsx';
import { useAppreciate } from './useAppreciate.ts';
import styles from './Appreciate.module.css';

/** All that is unwrapped: the latest large, the others behind it, the newest first. */
export function Opened({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const { status, settings, state } = useAppreciate(phase);
  const all = sorted(state.kudos).toReversed();
  const isSlow = status === 'open' && state.latest !== null;
  const latest = isSlow ? all.find(([id]) => id === state.latest) : undefined;
  if (all.length === 0) {
    if (status === 'open' && settings.secret) return null;
    return (
      <EmptyState hue="appreciate" drawing="cards" title={t`No thanks yet`}>
        <Trans>Small things count: somebody who listened, helped or cleaned up.</Trans>
      </EmptyState>
    );
  }
  return (
    <>
      {latest && (
        <div className={styles.latest}>
          <KudosCard key={latest[0]} phase={phase} id={latest[0]} kudos={latest[1]} size="l" />
        </div>
      )}
      <ul className={styles.kudos} aria-label={t`Thanks`}>
        {all
          .filter((each) => each !== latest)
          .map(([id, kudos]) => (
            <li key={id}>
              <KudosCard phase={phase} id={id} kudos={kudos} size="m" />
            </li>
          ))}
      </ul>
    </>
  );
}
