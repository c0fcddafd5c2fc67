import { Trans, useLingui } from '@lingui/react/macro';
import { Avatar, dayIn, IconButton, Markdown, markdownText, toast } from '@rondo/design';
import { useSend, useView } from '@rondo/live/react';
import { addTask, editTask, removeTask, type Task, type TaskId } from '@rondo/meeting';
import { CalendarDays, Pencil, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import { TaskEditor } from './TaskEditor.tsx';
import styles from './Tasks.module.css';

interface Props {
  id: TaskId;
  /** Nothing can be changed. */
  readOnly?: boolean;
}

/** One agreed step, edited in place. Anyone may; taking one away can be undone. */
export const TaskItem = memo(function TaskItem({ id, readOnly = false }: Props) {
  const task = useView((view) => view.board.tasks[id]);
  const [isEditing, setEditing] = useState(false);
  const send = useSend();
  if (!task) return null;
  return (
    <li className={styles.item}>
      {isEditing ? (
        <TaskEditor
          task={task}
          save={(changed) => void send(null, editTask, { id, ...changed })}
          onDone={() => setEditing(false)}
        />
      ) : (
        <>
          <Shown task={task} />
          {!readOnly && <Actions id={id} task={task} onEdit={() => setEditing(true)} />}
        </>
      )}
    </li>
  );
});

function Shown({ task }: { task: Task }) {
  const { i18n } = useLingui();
  const owner = useView((view) => (task.owner ? view.board.people[task.owner]?.name : undefined));
  return (
    <div className={styles.words}>
      <div className={styles.text}>
        <Markdown text={task.text} />
      </div>
      <p className={styles.small}>
        {task.owner && owner !== undefined ? (
          <span className={styles.bit}>
            <Avatar name={owner} seed={task.owner} size={20} />
            {owner}
          </span>
        ) : (
          <Trans>Nobody yet</Trans>
        )}
        {task.due !== null && (
          <span className={styles.bit}>
            <CalendarDays aria-hidden="true" size={15} />
            <time dateTime={task.due}>{dayIn(i18n.locale, task.due)}</time>
          </span>
        )}
      </p>
    </div>
  );
}

function Actions({ id, task, onEdit }: { id: TaskId; task: Task; onEdit: () => void }) {
  const { t } = useLingui();
  const send = useSend();

  async function remove(): Promise<void> {
    const { text, owner, due, topic } = task;
    const answer = send(null, removeTask, { id });
    const undo = (): void => void send(null, addTask, { id, text, owner, due, topic });
    toast({ text: t`The task is gone.`, action: { label: t`Undo`, onAct: undo } });
    await answer;
  }

  return (
    <div className={styles.actions}>
      <IconButton
        label={t`Edit: ${markdownText(task.text)}`}
        icon={<Pencil size={17} />}
        onClick={onEdit}
      />
      <IconButton
        label={t`Remove: ${markdownText(task.text)}`}
        icon={<Trash2 size={17} />}
        onClick={() => void remove()}
      />
    </div>
  );
}
