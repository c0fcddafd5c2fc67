import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '@rondo/design';
import { sameItems, useView } from '@rondo/live/react';
import { sorted, type PhaseId } from '@rondo/meeting';
import { TopicCard } from '../../parts/index.ts';
import styles from './Breakout.module.css';

/** What the rooms have brought along, on the shared board. */
export function Merged({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const groups = useView(
    ({ board }) =>
      sorted(board.groups)
        .filter(([, group]) => group.cards.some((id) => board.cards[id]?.phase === phase))
        .map(([id]) => id),
    sameItems,
  );
  if (groups.length === 0) {
    return (
      <EmptyState title={t`No cards`} hue="breakout" drawing="cards">
        <Trans>No room has written anything.</Trans>
      </EmptyState>
    );
  }
  return (
    <div className={styles.groups}>
      {groups.map((id) => (
        <TopicCard key={id} topic={id} open />
      ))}
    </div>
  );
}
