import { useLingui } from '@lingui/react/macro';
import type { TeamTask } from '@rondo/contract';
import { announce, toast } from '@rondo/design';
import { useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { moved, type Place } from './columns.ts';
import { useColumnWords } from './useColumnWords.ts';

/** News of teammates come by themselves; this is for when they did not, ms. */
const REFRESH = 60_000;

interface Move extends Place {
  task: string;
}

/** A team's board, and the ways to change it: shown at once, taken back where the server says no. */
export function useBoard(team: string) {
  const { t } = useLingui();
  const words = useColumnWords();
  const errorWords = useErrorWords();
  const queries = useQueryClient();
  const options = api.tasks.board.queryOptions({ input: { team } });
  const board = useQuery({ ...options, refetchInterval: REFRESH });

  async function show(change: (tasks: TeamTask[]) => TeamTask[]) {
    await queries.cancelQueries({ queryKey: options.queryKey });
    const before = queries.getQueryData(options.queryKey);
    if (before) queries.setQueryData(options.queryKey, { ...before, tasks: change(before.tasks) });
    return before;
  }
  const takeBack = (error: unknown, before: typeof board.data): void => {
    if (before) queries.setQueryData(options.queryKey, before);
    toast({ text: errorWords(error), tone: 'warn' });
  };
  const settle = () => queries.invalidateQueries({ queryKey: api.tasks.key() });

  const mutationKey = ['board', 'move', team];
  const move = useMutation({
    mutationFn: (to: Move) => api.tasks.move.call(to),
    mutationKey,
    onSuccess: (_, { task, ...place }) => show((tasks) => moved(tasks, task, place)),
    onError: (error) => toast({ text: errorWords(error), tone: 'warn' }),
    onSettled: settle,
  });
  // What is under way is put on top of whatever the server says meanwhile: news of an earlier move
  // would else take a card back for a moment, and the menu that is open on it away.
  const underWay = useMutationState<Move | undefined>({
    filters: { mutationKey, status: 'pending' },
    // Those with this key are all made above.
    select: ({ state }) => state.variables as Move | undefined,
  });
  const tasks = underWay.reduce<TeamTask[]>(
    (all, to) => (to ? moved(all, to.task, to) : all),
    board.data?.tasks ?? [],
  );
  const change = useMutation({
    ...api.tasks.change.mutationOptions(),
    // Both take it off the board.
    onMutate: ({ task, status, archived }) =>
      show((tasks) =>
        tasks.filter(({ id }) => id !== task || (status !== 'dropped' && archived !== true)),
      ),
    onError: (error, _, before) => takeBack(error, before),
    onSettled: settle,
  });

  return {
    board,
    tasks,
    settle,
    put: (task: TeamTask, place: Place): void => {
      move.mutate({ task: task.id, ...place });
      announce(t`${task.text}: ${words[place.column].title}`);
    },
    drop: (task: TeamTask): void => {
      const undo = (): void => change.mutate({ task: task.id, status: 'open' });
      change.mutate({ task: task.id, status: 'dropped' });
      toast({ text: t`Dropped.`, action: { label: t`Undo`, onAct: undo } });
    },
    archive: (task: TeamTask): void => {
      const undo = (): void => change.mutate({ task: task.id, archived: false });
      change.mutate({ task: task.id, archived: true });
      toast({ text: t`Archived.`, action: { label: t`Undo`, onAct: undo } });
    },
  };
}
