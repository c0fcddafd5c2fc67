import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Avatar, Badge, dateIn, dayIn, Markdown, markdownText } from '@rondo/design';
import { useView } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { CalendarDays } from 'lucide-react';
import { useState } from 'react';
import { isWorn, ownerOf, type ReviewedTask } from '../domain/index.ts';
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
      aria-label={markdownText(task.text)}
    >
      <div className={styles.words}>
        <div className={styles.text}>
          <Markdown text={task.text} />
        </div>
        <Facts task={task} />
        <Age task={task} />
        {task.verdict === 'done' && <Helped phase={phase} task={task} />}
      </div>
      {task.doneAt === undefined && (
        <Verdicts
          phase={phase}
          id={id}
          task={task}
          readOnly={readOnly}
          onChange={() => setEditing(true)}
        />
      )}
    </article>
  );
}

/** How long it has been going round, and what that asks for. */
function Age({ task }: { task: ReviewedTask }) {
  const { times = 0, missed = 0, putOff, doneAt, verdict } = task;
  if (doneAt !== undefined || times === 0) return null;
  return (
    <p className={styles.age} data-worn={isWorn(task) ? '' : undefined}>
      <Plural value={times} one="Open for # meeting" other="Open for # meetings" />
      {missed > 0 && (
        <>
          {' · '}
          <Plural value={missed} one="missed once" other="missed # times" />
        </>
      )}
      {isWorn(task) && verdict === null && (
        <>
          {'. '}
          {putOff ? (
            <Trans>Put off once more.</Trans>
          ) : (
            <Trans>Give it another day or owner, make it smaller, or drop it.</Trans>
          )}
        </>
      )}
    </p>
  );
}

function Facts({ task }: { task: ReviewedTask }) {
  const { i18n } = useLingui();
  const owner = useView((view) => ownerOf(view.board, task));
  const { due, meeting, since, changed, doneAt } = task;
  const asDay = (at: Date): string => dateIn(i18n.locale, at, { dateStyle: 'medium' });
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
          <time dateTime={due}>{dayIn(i18n.locale, due)}</time>
        </span>
      )}
      <span>
        {meeting}, {asDay(new Date(since))}
      </span>
      {doneAt !== undefined && (
        <Badge tone="ok">
          <Trans>done on {asDay(new Date(doneAt))}</Trans>
        </Badge>
      )}
      {changed && (
        <Badge hue="review">
          <Trans>changed</Trans>
        </Badge>
      )}
    </p>
  );
}
