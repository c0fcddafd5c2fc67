import { Trans } from '@lingui/react/macro';
import { useView } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { tasksOfOthers } from '../domain/index.ts';
import { OpenTasks } from './OpenTasks.tsx';
import { useUpdates } from './useUpdates.ts';

/** Open tasks that belong to nobody who is here; shown while nobody has the turn, lest they are forgotten. */
export function OthersTasks({ phase }: { phase: PhaseId }) {
  const { state } = useUpdates(phase);
  const board = useView((view) => view.board);
  const tasks = tasksOfOthers(board, state);
  if (tasks.length === 0 || state.turns.current !== null) return null;
  return (
    <OpenTasks
      phase={phase}
      title={<Trans>Open, and of nobody who is here</Trans>}
      tasks={tasks}
      ofOthers
    />
  );
}
