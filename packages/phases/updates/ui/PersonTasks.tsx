import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, markdownText } from '@rondo/design';
import { sameItems, useSend, useView } from '@rondo/live/react';
import { editTask, sorted, type ParticipantId, type PhaseId, type TaskId } from '@rondo/meeting';
import { TaskForm, TaskItem } from '../../parts/index.ts';
import { isOwner, tasksInOrder } from '../domain/index.ts';
import { OpenTasks } from './OpenTasks.tsx';
import { useUpdates } from './useUpdates.ts';
import styles from './PersonTasks.module.css';

/** What somebody has promised: in earlier meetings, and in this one. */
export function PersonTasks({ phase, person }: { phase: PhaseId; person: ParticipantId }) {
  const { t } = useLingui();
  const { status, state } = useUpdates(phase);
  const board = useView((view) => view.board);
  const made = useView(
    (view) => sorted(view.board.tasks).flatMap(([id, task]) => (task.owner === person ? [id] : [])),
    sameItems,
  );
  const open = tasksInOrder(state).filter((task) => isOwner(board, task, person));
  const canAdd = status !== 'skipped';
  return (
    <div className={styles.tasks}>
      {open.length > 0 && (
        <OpenTasks phase={phase} title={<Trans>Open from earlier</Trans>} tasks={open} />
      )}
      {made.length > 0 && (
        <section className={styles.part}>
          <h4 className={styles.title}>
            <Trans>From this meeting</Trans>
          </h4>
          <ul className={styles.list} aria-label={t`Tasks from this meeting`}>
            {made.map((id) => (
              <MadeTask key={id} id={id} />
            ))}
          </ul>
        </section>
      )}
      {open.length === 0 && made.length === 0 && (
        <p className={styles.none}>
          <Trans>No open tasks.</Trans>
        </p>
      )}
      {canAdd && (
        <div>
          <TaskForm topic={null} owner={person} />
        </div>
      )}
    </div>
  );
}

/** A task of this meeting with a box to tick beside it. */
function MadeTask({ id }: { id: TaskId }) {
  const { t } = useLingui();
  const send = useSend();
  const task = useView((view) => view.board.tasks[id]);
  if (!task) return null;
  return (
    <li className={styles.made} data-done={task.done ? '' : undefined}>
      <Checkbox
        label={<span className="visually-hidden">{t`Done: ${markdownText(task.text)}`}</span>}
        checked={task.done}
        onChange={() => void send(null, editTask, { id, done: !task.done })}
      />
      <ul className={styles.one}>
        <TaskItem id={id} />
      </ul>
    </li>
  );
}
