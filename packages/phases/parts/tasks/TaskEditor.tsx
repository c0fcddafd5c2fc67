import { Trans } from '@lingui/react/macro';
import { Button, visibleLength } from '@rondo/design';
import { useState, type ReactNode } from 'react';
import { LONGEST_TASK, TaskFields, type TaskWords } from './TaskFields.tsx';
import styles from './Tasks.module.css';

interface Props {
  task: TaskWords;
  /** Whose it is, where that person has not come. */
  absent?: string | null;
  /** Without a box of its own around it. */
  bare?: boolean;
  /** Stands between the fields and the buttons. */
  children?: ReactNode;
  /** Hears what was changed and nothing else: somebody else may be changing the rest. */
  save: (changed: Partial<TaskWords>) => void;
  onDone: () => void;
}

/** Another wording, owner or day, in place. */
export function TaskEditor({ task, absent, bare, children, save, onDone }: Props) {
  const { text, owner, due } = task;
  const [words, setWords] = useState<TaskWords>({ text, owner, due });
  const isReady = words.text.trim() !== '' && visibleLength(words.text.trim()) <= LONGEST_TASK;

  function submit(): void {
    if (!isReady) return;
    const changed = {
      ...(words.text.trim() !== text && { text: words.text }),
      ...(words.owner !== owner && { owner: words.owner }),
      ...(words.due !== due && { due: words.due }),
    };
    onDone();
    if (Object.keys(changed).length > 0) save(changed);
  }

  return (
    <form
      className={styles.form}
      data-bare={bare}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TaskFields
        value={words}
        onChange={setWords}
        onSubmit={submit}
        onCancel={onDone}
        absent={absent}
        autoFocus
      />
      {children}
      <div className={styles.buttons}>
        <Button tone="primary" type="submit" disabled={!isReady}>
          <Trans>Save</Trans>
        </Button>
        <Button tone="quiet" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
}
