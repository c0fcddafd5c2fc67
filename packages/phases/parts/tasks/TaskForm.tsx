import { Trans } from '@lingui/react/macro';
import { Button, visibleLength } from '@rondo/design';
import { newId, useSend } from '@rondo/live/react';
import { addTask, type GroupId, type ParticipantId } from '@rondo/meeting';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { LONGEST_TASK, TaskFields, type TaskWords } from './TaskFields.tsx';
import styles from './Tasks.module.css';

interface Props {
  /** The topic that the task is made for; null: none. */
  topic: GroupId | null;
  /** Who takes it unless somebody else is chosen. */
  owner?: ParticipantId | null;
}

/** A new task, made where the talk is. Opens from one button, stays open for the next one. */
export function TaskForm({ topic, owner = null }: Props) {
  const nothing: TaskWords = { text: '', owner, due: null };
  const send = useSend();
  const [open, setOpen] = useState(false);
  const [task, setTask] = useState(nothing);
  const isReady = task.text.trim() !== '' && visibleLength(task.text.trim()) <= LONGEST_TASK;

  async function add(): Promise<void> {
    if (!isReady) return;
    setTask(nothing);
    const answer = await send(null, addTask, { id: newId<'task'>(), ...task, topic });
    // Refused: back into the field, unless the next one is being written there.
    if (answer !== 'done') setTask((now) => (now.text === '' ? task : now));
  }

  if (!open) {
    return (
      <Button icon={<Plus size={18} aria-hidden />} onClick={() => setOpen(true)}>
        <Trans>Add a task</Trans>
      </Button>
    );
  }
  const cancel = (): void => {
    setOpen(false);
    setTask(nothing);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TaskFields
        value={task}
        onChange={setTask}
        onSubmit={() => void add()}
        onCancel={cancel}
        autoFocus
      />
      <div className={styles.buttons}>
        <Button tone="primary" type="submit" disabled={!isReady}>
          <Trans>Add</Trans>
        </Button>
        <Button tone="quiet" onClick={cancel}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
}
