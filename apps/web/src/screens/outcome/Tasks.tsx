import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, dateIn, Markdown } from '@rondo/design';
import type { Outcome } from '@rondo/meeting';
import styles from './Outcome.module.css';

/** What was agreed, before everything else. */
export function Tasks({ outcome }: { outcome: Outcome }) {
  return (
    <section className={styles.phase} aria-labelledby="tasks">
      <h2 id="tasks" className={styles.subtitle}>
        <Trans>Agreed next steps</Trans>
      </h2>
      {outcome.tasks.length === 0 ? (
        <p className={styles.note}>
          <Trans>No next steps were agreed.</Trans>
        </p>
      ) : (
        <TaskList tasks={outcome.tasks} />
      )}
    </section>
  );
}

export function TaskList({ tasks }: { tasks: Outcome['tasks'] }) {
  const { t, i18n } = useLingui();
  return (
    <ul className={styles.tasks}>
      {tasks.map((task) => (
        <li key={task.id} className={styles.task}>
          <span className={styles.taskText}>
            <Markdown text={task.text} />
          </span>
          <span className={styles.note}>
            {task.owner ?? t`nobody yet`}
            {task.due !== null &&
              ` · ${dateIn(i18n.locale, new Date(`${task.due}T00:00`), { dateStyle: 'medium' })}`}
          </span>
          {task.done && <Badge tone="ok">{t`done`}</Badge>}
        </li>
      ))}
    </ul>
  );
}
