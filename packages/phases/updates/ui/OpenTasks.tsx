import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, dayIn, MarkdownSpan, markdownText } from '@rondo/design';
import { useSend } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { useId, type ReactNode } from 'react';
import { useExplain } from '../../parts/index.ts';
import { settleTask, type OpenTask } from '../domain/index.ts';
import { useUpdates } from './useUpdates.ts';
import styles from './OpenTasks.module.css';

interface Props {
  phase: PhaseId;
  title: ReactNode;
  tasks: readonly OpenTask[];
  /** They are of different people, beside the person whose turn it is. */
  ofOthers?: boolean;
}

/** Tasks of earlier meetings, ticked where they are done. */
export function OpenTasks({ phase, title, tasks, ofOthers = false }: Props) {
  const titleId = useId();
  const Title = ofOthers ? 'h3' : 'h4';
  return (
    <section className={styles.part} aria-labelledby={titleId}>
      <Title id={titleId} className={styles.title}>
        {title}
      </Title>
      <ul className={styles.list}>
        {tasks.map((task) => (
          <Item key={task.id} phase={phase} task={task} showOwner={ofOthers} />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps {
  phase: PhaseId;
  task: OpenTask;
  showOwner: boolean;
}

function Item({ phase, task, showOwner }: ItemProps) {
  const { t, i18n } = useLingui();
  const send = useSend();
  const explain = useExplain();
  const { phase: at, status } = useUpdates(phase);
  const canSettle = at.begun && (status === 'open' || status === 'done');
  const settle = (verdict: OpenTask['verdict']): void => {
    void send(phase, settleTask, { task: task.id, verdict }).then((answer) => {
      if (answer !== 'done') explain(answer);
    });
  };
  const due = task.due === null ? null : dayIn(i18n.locale, task.due);
  const facts = [
    showOwner ? (task.ownerName ?? t`nobody yet`) : null,
    due === null ? null : t`until ${due}`,
    task.meeting,
  ];
  return (
    <li className={styles.item} data-done={task.verdict === 'done' ? '' : undefined}>
      <Checkbox
        label={
          <span className={styles.text}>
            <MarkdownSpan text={task.text} />
          </span>
        }
        hint={facts.filter((fact) => fact !== null).join(' · ')}
        checked={task.verdict === 'done'}
        disabled={!canSettle}
        onChange={() => settle(task.verdict === 'done' ? null : 'done')}
      />
      {canSettle && task.verdict !== 'done' && (
        <Button
          size="s"
          tone="quiet"
          aria-pressed={task.verdict === 'keep'}
          aria-label={t`Stays open: ${markdownText(task.text)}`}
          onClick={() => settle(task.verdict === 'keep' ? null : 'keep')}
        >
          {task.verdict === 'keep' ? <Trans>✓ stays open</Trans> : <Trans>Stays open</Trans>}
        </Button>
      )}
    </li>
  );
}
