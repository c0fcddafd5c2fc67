import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@rondo/design';
import { useView } from '@rondo/live/react';
import type { CardId, PhaseId } from '@rondo/meeting';
import { Check } from 'lucide-react';
import { TaskForm, TaskList, Timebox, useAct } from '../../parts/index.ts';
import { finishItem, nextItem } from '../domain/index.ts';
import type { useAgenda } from './useAgenda.ts';
import styles from './Items.module.css';

interface Props {
  phase: PhaseId;
  agenda: ReturnType<typeof useAgenda>;
  item: CardId;
}

/** What belongs to the item that everybody talks about: its tasks, its time, and on to the next. */
export function NowItem({ phase, agenda: { state, settings, mayWalk, status }, item }: Props) {
  const { t } = useLingui();
  const act = useAct(phase);
  const group = useView((view) => view.board.cards[item]?.group ?? null);
  const isLast = useView((view) => nextItem(view.board, state, item) === null);
  return (
    <div className={styles.now}>
      <TaskList topic={group} label={t`Tasks of this item`} />
      <div className={styles.buttons}>
        {mayWalk && (
          <>
            <Button
              icon={<Check size={18} aria-hidden />}
              onClick={() => void act(finishItem, { item })}
            >
              {isLast ? <Trans>Done</Trans> : <Trans>Done, next item</Trans>}
            </Button>
            <Timebox phase={phase} minutes={settings.minutesPerItem} />
          </>
        )}
        {(status === 'open' || status === 'done') && <TaskForm topic={group} />}
      </div>
    </div>
  );
}
