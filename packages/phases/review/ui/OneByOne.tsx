import { Trans, useLingui } from '@lingui/react/macro';
import { announce, Button, markdownText } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useAct, useChange, useFollowing } from '../../parts/index.ts';
import { lookAt } from '../domain/index.ts';
import { PromisedTask } from './PromisedTask.tsx';
import { useReview } from './useReview.ts';
import styles from './Review.module.css';

/** The tasks one after the other, the same for everybody; whoever is in the middle of a sentence stays there. */
export function OneByOne({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const act = useAct(phase);
  const { state } = useReview(phase);
  const { order, tasks } = state;
  const [viewing, look] = useFollowing(state.current);
  const at = Math.max(0, viewing === null ? 0 : order.indexOf(viewing));
  const id = order[at];
  useChange(state.current, () => {
    const task = state.current === null ? undefined : tasks[state.current];
    if (!task) return;
    const text = markdownText(task.text);
    announce(t`Now: ${text}`);
  });
  function go(to: string | undefined): void {
    if (to === undefined) return;
    look(to);
    void act(lookAt, { task: to });
  }
  if (id === undefined) return null;
  return (
    <div className={styles.one}>
      <div key={id} className={styles.stage}>
        <PromisedTask phase={phase} id={id} readOnly={false} isLarge />
      </div>
      <div className={styles.steps}>
        <Button
          icon={<ArrowLeft size={17} aria-hidden />}
          disabled={at === 0}
          onClick={() => go(order[at - 1])}
        >
          <Trans>Back</Trans>
        </Button>
        <p className={styles.place}>
          <Trans>
            {at + 1} of {order.length}
          </Trans>
        </p>
        <Button
          iconEnd={<ArrowRight size={17} aria-hidden />}
          disabled={at === order.length - 1}
          onClick={() => go(order[at + 1])}
        >
          <Trans>Next task</Trans>
        </Button>
      </div>
    </div>
  );
}
