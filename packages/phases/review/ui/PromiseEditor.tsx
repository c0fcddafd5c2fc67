import { Trans } from '@lingui/react/macro';
import { Button, visibleLength } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { useState } from 'react';
import { LONGEST_TASK, TaskFields, type TaskWords, useAct } from '../../parts/index.ts';
import { amend, isWorn, type ReviewedTask } from '../domain/index.ts';
import styles from './PromisedTask.module.css';

interface Props {
  phase: PhaseId;
  id: string;
  task: ReviewedTask;
  onDone: () => void;
}

/** Another wording, owner or day: the task goes on with that. */
export function PromiseEditor({ phase, id, task, onDone }: Props) {
  const act = useAct(phase);
  const { text, owner, due } = task;
  const [words, setWords] = useState<TaskWords>({ text, owner, due });
  const isReady = words.text.trim() !== '' && visibleLength(words.text.trim()) <= LONGEST_TASK;

  function save(): void {
    if (!isReady) return;
    // Only what I changed: somebody else may be changing the rest.
    const changed = {
      ...(words.text.trim() !== text && { text: words.text }),
      ...(words.owner !== owner && { owner: words.owner }),
      ...(words.due !== due && { due: words.due }),
    };
    onDone();
    if (Object.keys(changed).length > 0) void act(amend, { task: id, ...changed });
  }

  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TaskFields
        value={words}
        onChange={setWords}
        onSubmit={save}
        onCancel={onDone}
        absent={task.ownerName}
        autoFocus
      />
      {isWorn(task) && (
        <p className={styles.age} data-worn="">
          <Trans>
            A later day, somebody else who takes it, or less to do: one of them is enough.
          </Trans>
        </p>
      )}
      <div className={styles.details}>
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
