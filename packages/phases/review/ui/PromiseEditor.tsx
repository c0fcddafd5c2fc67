import { Trans } from '@lingui/react/macro';
import type { PhaseId } from '@rondo/meeting';
import { TaskEditor, useAct } from '../../parts/index.ts';
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
  return (
    <TaskEditor
      bare
      task={task}
      absent={task.ownerName}
      save={(changed) => void act(amend, { task: id, ...changed })}
      onDone={onDone}
    >
      {isWorn(task) && (
        <p className={styles.age} data-worn="">
          <Trans>
            A later day, somebody else who takes it, or less to do: one of them is enough.
          </Trans>
        </p>
      )}
    </TaskEditor>
  );
}
