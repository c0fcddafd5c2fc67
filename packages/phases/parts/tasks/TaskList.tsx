import { sameItems, useView } from '@rondo/live/react';
import { sorted, type GroupId } from '@rondo/meeting';
import { TaskItem } from './TaskItem.tsx';
import styles from './Tasks.module.css';

interface Props {
  /** Only the tasks made for this topic (null: for none); absent: all. */
  topic?: GroupId | null;
  readOnly?: boolean;
  /** The list's name for screen readers. */
  label: string;
}

/** Agreed steps in their order; nothing where there are none. */
export function TaskList({ topic, readOnly, label }: Props) {
  const tasks = useView(
    ({ board }) =>
      sorted(board.tasks).flatMap(([id, task]) =>
        topic === undefined || task.topic === topic ? [id] : [],
      ),
    sameItems,
  );
  if (tasks.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={label}>
      {tasks.map((id) => (
        <TaskItem key={id} id={id} readOnly={readOnly} />
      ))}
    </ul>
  );
}
