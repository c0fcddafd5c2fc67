import { Trans, useLingui } from '@lingui/react/macro';
import { Avatar, Badge } from '@rondo/design';
import { useView } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { CalendarDays } from 'lucide-react';
import { useState } from 'react';
import { ownerOf, type ReviewedTask } from '../domain/index.ts';
import { Helped } from './Helped.tsx';
import { PromiseEditor } from './PromiseEditor.tsx';
import { useReview } from './useReview.ts';
import { Verdicts } from './Verdicts.tsx';
import styles from './PromisedTask.module.css';

interface Props {
  phase: PhaseId;
  id: string;
  readOnly: boolean;
  isLarge?: boolean;
}

/** One promise of an earlier meeting, and what became of it. */
export function PromisedTask({ phase, id, readOnly, isLarge = false }: Props) {
  const task = useReview(phase).state.tasks[id];
  const [isEditing, setEditing] = useState(false);
  if (!task) return null;
  if (isEditing)
    return <PromiseEditor phase={phase} id={id} task={task} onDone={() => setEditing(false)} />;
  return (
    <article
      className={styles.promise}
      data-large={isLarge ? '' : undefined}
      data-verdict={task.verdict ?? undefined}
      aria-label={task.text}
    >
      <div className={styles.words}>
        <p className={styles.text}>{task.text}</p>
        <Facts task={task} />
        {task.verdict === 'done' && <Helped phase={phase} task={task} />}
      </div>
      <Verdicts
        phase={phase}
        id={id}
        task={task}
        readOnly={readOnly}
        onChange={() => setEditing(true)}
      />
    </article>
  );
}

function Facts({ task }: { task: ReviewedTask }) {
  const { i18n } = useLingui();
  const owner = useView((view) => ownerOf(view.board, task));
  const { due, meeting, since, changed } = task;
  const asDay = (at: Date): string =>
    new Intl.DateTimeFormat(i18n.locale, { dateStyle: 'medium' }).format(at);
  return (
    <p className={styles.small}>
      {owner === null ? (
        <Trans>Nobody yet</Trans>
      ) : (
        <span className={styles.bit}>
          <Avatar name={owner} seed={task.owner ?? owner} size={20} silent />
          {owner}
        </span>
      )}
      {due !== null && (
        <span className={styles.bit}>
          <CalendarDays aria-hidden="true" size={15} />
          {/* A day, not a moment: at noon no time zone makes it another one. */}
          <time dateTime={due}>{asDay(new Date(`${due}T12:00`))}</time>
        </span>
      )}
      <span>
        {meeting}, {asDay(new Date(since))}
      </span>
      {changed && (
        <Badge hue="review">
          <Trans>changed</Trans>
        </Badge>
      )}
    </p>
  );
}
