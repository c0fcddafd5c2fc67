import { Trans, useLingui } from '@lingui/react/macro';
import {
  Badge,
  Button,
  EmptyState,
  MarkdownSpan,
  markdownText,
  Select,
  Switch,
  TextField,
  toast,
} from '@rondo/design';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { myTasksRoute } from '../../routes/tasks.ts';
import { Answer } from '../../shell/Answer.tsx';
import { ShowMore } from '../../shell/ShowMore.tsx';
import { useMe } from '../../shell/useMe.ts';
import { useTitle } from '../../shell/useTitle.ts';
import { COLUMNS } from './columns.ts';
import { readMySearch, type MySearch } from './search.ts';
import { TaskFacts } from './TaskFacts.tsx';
import { useColumnWords } from './useColumnWords.ts';
import lines from '../Lines.module.css';
import page from '../Page.module.css';
import styles from './TaskLines.module.css';

/** What one person has to do, in all their teams. */
export default function MyTasks(): ReactNode {
  const { t } = useLingui();
  useTitle(t`My tasks`);
  const errorWords = useErrorWords();
  const queries = useQueryClient();
  const search = myTasksRoute.useSearch();
  const { teams } = useMe();
  const mine = useInfiniteQuery(
    api.tasks.mine.infiniteOptions({
      input: (before: string | undefined) => ({
        ...search,
        limit: 30,
        ...(before !== undefined && { before }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  );
  const change = useMutation(
    api.tasks.change.mutationOptions({
      onError: (error) => void toast({ text: errorWords(error), tone: 'warn' }),
      onSettled: () => queries.invalidateQueries({ queryKey: api.tasks.key() }),
    }),
  );
  const nameOf = (id: string): string => teams.find((team) => team.id === id)?.name ?? '';
  function done(task: string): void {
    const undo = (): void => change.mutate({ task, status: 'open' });
    change.mutate(
      { task, status: 'done' },
      {
        onSuccess: () => void toast({ text: t`Done.`, action: { label: t`Undo`, onAct: undo } }),
      },
    );
  }
  return (
    <>
      <div className={page.head}>
        <h1 className={page.title}>
          <Trans>My tasks</Trans>
        </h1>
      </div>
      <Filters search={search} teams={teams} />
      <Answer query={mine} loading={t`Loading your tasks`}>
        {({ pages }) => {
          const tasks = pages.flatMap((each) => each.tasks);
          return (
            <>
              {tasks.length === 0 && (
                <EmptyState title={t`Nothing here for you`} drawing="rings" hue="review">
                  {Object.keys(search).length > 0 ? (
                    <Trans>None of your tasks is like that. Choose less.</Trans>
                  ) : (
                    <Trans>Tasks that you take in a meeting or on a board are listed here.</Trans>
                  )}
                </EmptyState>
              )}
              <ul className={styles.list}>
                {tasks.map((task) => (
                  <li key={task.id} className={lines.item}>
                    <div className={lines.words}>
                      <Link
                        to="/teams/$team/tasks"
                        params={{ team: task.team }}
                        search={{ task: task.id }}
                        className={styles.link}
                      >
                        <MarkdownSpan text={task.text} />
                      </Link>
                      {task.status !== 'open' && (
                        <>
                          {' '}
                          <Badge tone={task.status === 'done' ? 'ok' : 'neutral'}>
                            {task.status === 'done' ? t`Done` : t`Dropped`}
                          </Badge>
                        </>
                      )}
                      {teams.length > 1 && <p className={lines.small}>{nameOf(task.team)}</p>}
                      <TaskFacts task={task} />
                    </div>
                    {task.status === 'open' && (
                      <Button
                        size="s"
                        icon={<Check size={16} aria-hidden />}
                        aria-label={t`Done: ${markdownText(task.text)}`}
                        onClick={() => done(task.id)}
                      >
                        <Trans>Done</Trans>
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
              <ShowMore list={mine} shown={tasks.length}>
                <Trans>Show more</Trans>
              </ShowMore>
            </>
          );
        }}
      </Answer>
    </>
  );
}

interface FilterProps {
  search: MySearch;
  teams: readonly { id: string; name: string }[];
}

function Filters({ search, teams }: FilterProps) {
  const { t } = useLingui();
  const words = useColumnWords();
  const navigate = useNavigate({ from: myTasksRoute.fullPath });
  const set = (changes: Record<string, string | undefined>): void =>
    void navigate({ search: readMySearch({ ...search, ...changes }), replace: true });
  return (
    <div className={styles.filters} role="search">
      {teams.length > 1 && (
        <Select
          label={t`Team`}
          value={search.team ?? ''}
          onChange={(event) => set({ team: event.target.value })}
          options={[
            { value: '', label: t`All teams` },
            ...teams.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <Select
        label={t`Column`}
        value={search.column ?? ''}
        onChange={(event) => set({ column: event.target.value })}
        options={[
          { value: '', label: t`All columns` },
          ...COLUMNS.map((value) => ({ value, label: words[value].title })),
        ]}
      />
      <Select
        label={t`Due`}
        value={search.due ?? ''}
        onChange={(event) => set({ due: event.target.value })}
        options={[
          { value: '', label: t`Whenever` },
          { value: 'overdue', label: t`Overdue` },
          { value: 'week', label: t`Within a week` },
          { value: 'none', label: t`Without a day` },
        ]}
      />
      <TextField
        label={t`Tag`}
        value={search.tag ?? ''}
        maxLength={40}
        onChange={(event) => set({ tag: event.target.value.replace(/^#/, '') })}
      />
      <Switch
        label={t`Archived and dropped`}
        checked={search.archived === 'yes'}
        onChange={(on) => set({ archived: on ? 'yes' : undefined })}
      />
    </div>
  );
}
