import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState, IconButton } from '@rondo/design';
import { useSend, useSteers } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { Trash2 } from 'lucide-react';
import { MOST_ITEMS, removeItem } from '../domain/index.ts';
import { AddItem } from './AddItem.tsx';
import { useItemTitle, useRank } from './useRank.ts';
import styles from './Rank.module.css';

/** What is to be ranked, for everybody to read; who may add to it does so here. */
export function Items({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const titleOf = useItemTitle();
  const send = useSend();
  const steers = useSteers();
  const { status, settings, state } = useRank(phase);
  const { items, answers } = state;
  const isRunning = status === 'open' || status === 'ahead';
  const mayAdd = (settings.open && status === 'open') || (steers && isRunning);
  const mayRemove = steers && isRunning && answers === 0;
  return (
    <section aria-label={t`Items`} className={styles.items}>
      {items.length === 0 && (
        <EmptyState hue="rank" title={t`There is nothing to rank yet`} drawing="lines">
          <Trans>Items come from earlier phases, or are added here.</Trans>
        </EmptyState>
      )}
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.id} className={styles.item}>
            <span>{titleOf(item)}</span>
            {mayRemove && (
              <IconButton
                size="s"
                label={t`Remove “${titleOf(item)}”`}
                icon={<Trash2 size={18} />}
                onClick={() => void send(phase, removeItem, { id: item.id })}
              />
            )}
          </li>
        ))}
      </ul>
      {items.length >= MOST_ITEMS ? (
        <p className={styles.hint}>
          <Trans>{MOST_ITEMS} items are the most that can be ranked at once.</Trans>
        </p>
      ) : (
        mayAdd && <AddItem phase={phase} />
      )}
    </section>
  );
}
