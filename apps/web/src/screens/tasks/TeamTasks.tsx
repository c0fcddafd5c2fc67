import { Trans, useLingui } from '@lingui/react/macro';
import type { TeamTask } from '@rondo/contract';
import {
  Banner,
  Button,
  buttonClass,
  Chip,
  ConfirmButton,
  EmptyState,
  Select,
  Skeleton,
} from '@rondo/design';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { boardRoute } from '../../routes/tasks.ts';
import { needAnswer } from '../../shell/needAnswer.ts';
import { useTitle } from '../../shell/useTitle.ts';
import { ArchivedTasks } from './ArchivedTasks.tsx';
import { Board } from './Board.tsx';
import { Promises } from './Promises.tsx';
import type { BoardSearch } from './search.ts';
import { TaskDialog } from './TaskDialog.tsx';
import { useBoard } from './useBoard.ts';
import page from '../Page.module.css';
import styles from './Board.module.css';

/** A team's tasks between its meetings. */
export default function TeamTasks(): ReactNode {
  const { t } = useLingui();
  const { team } = boardRoute.useParams();
  const search = boardRoute.useSearch();
  const navigate = useNavigate({ from: boardRoute.fullPath });
  const about = useQuery(api.teams.get.queryOptions({ input: { team } }));
  const { board, tasks, settle, put, drop, archive } = useBoard(team);
  const teamName = about.data?.name ?? '';
  useTitle(t`Tasks of ${teamName}`);
  needAnswer(about);
  needAnswer(board);
  const go = (changes: Partial<BoardSearch>, replace = false): void =>
    void navigate({ search: (before: BoardSearch) => ({ ...before, ...changes }), replace });
  const readOnly = board.data?.readOnly ?? false;
  const shown = narrowed(tasks, search);
  return (
    <>
      <div className={page.head}>
        <h1 className={page.title}>
          <Trans>Tasks of {teamName}</Trans>
        </h1>
        <Link to="/tasks" className={buttonClass({ tone: 'quiet' })}>
          <Trans>My tasks</Trans>
        </Link>
        <Button
          onClick={() => go({ view: search.view === undefined ? 'archived' : undefined })}
          aria-pressed={search.view === 'archived'}
        >
          {search.view === 'archived' ? (
            <Trans>Back to the board</Trans>
          ) : (
            <Trans>Archive ({board.data?.archived ?? 0})</Trans>
          )}
        </Button>
      </div>
      {readOnly && (
        <Banner tone="read-only">
          <Trans>This team can only be read. Nothing on its board can be changed.</Trans>
        </Banner>
      )}
      {board.isError && (
        <Banner tone="offline">
          <Trans>The board could not be loaded anew. You see it as it was.</Trans>
        </Banner>
      )}
      {search.view === 'archived' ? (
        <ArchivedTasks team={team} readOnly={readOnly} onOpen={(task) => go({ task })} />
      ) : board.isPending ? (
        <Skeleton lines={5} label={t`Loading the board`} />
      ) : (
        <>
          <Filters tasks={tasks} search={search} go={go} />
          {tasks.length === 0 && (
            <EmptyState title={t`No tasks yet`} hue="review" drawing="rings">
              {!readOnly && (
                <Trans>
                  What you agree on in a meeting comes here by itself, and comes up again in the
                  next one. You can also add tasks right here.
                </Trans>
              )}
            </EmptyState>
          )}
          <h2 className="visually-hidden">
            <Trans>Board</Trans>
          </h2>
          <Board
            team={team}
            tasks={tasks}
            shown={shown}
            readOnly={readOnly}
            onOpen={(task) => go({ task })}
            onPut={put}
            onDrop={drop}
            onArchive={archive}
            onMade={() => void settle()}
          />
          {!readOnly && tasks.some(({ status }) => status === 'done') && (
            <ArchiveDone team={team} onDone={() => void settle()} />
          )}
          <Promises team={team} />
        </>
      )}
      {search.task !== undefined && (
        <TaskDialog
          key={search.task}
          task={search.task}
          readOnly={readOnly}
          onClose={() => go({ task: undefined })}
        />
      )}
    </>
  );
}

function narrowed(tasks: readonly TeamTask[], { tag, owner }: BoardSearch): TeamTask[] {
  return tasks.filter(
    (task) =>
      (tag === undefined || task.tags.includes(tag)) &&
      (owner === undefined ||
        (owner === 'nobody' ? task.owner === null : task.owner?.id === owner)),
  );
}

interface FilterProps {
  tasks: readonly TeamTask[];
  search: BoardSearch;
  go: (changes: Partial<BoardSearch>, replace?: boolean) => void;
}

/** Whose tasks, and with which tag. */
function Filters({ tasks, search: { tag, owner }, go }: FilterProps) {
  const { t, i18n } = useLingui();
  const owners = new Map(
    tasks.flatMap((task) => (task.owner?.id ? [[task.owner.id, task.owner.name] as const] : [])),
  );
  const tags = [...new Set(tasks.flatMap((task) => task.tags))].toSorted((a, b) =>
    a.localeCompare(b, i18n.locale),
  );
  if (tasks.length === 0 && tag === undefined && owner === undefined) return null;
  return (
    <div className={styles.filters} role="search">
      <div className={styles.whose}>
        <Select
          label={t`Whose`}
          value={owner ?? ''}
          onChange={(event) => go({ owner: event.target.value || undefined }, true)}
          options={[
            { value: '', label: t`Everybody’s` },
            { value: 'nobody', label: t`Nobody’s yet` },
            ...[...owners].map(([value, label]) => ({ value, label })),
          ]}
        />
      </div>
      {tags.length > 0 && (
        <div className={styles.tags} role="group" aria-label={t`Tags`}>
          {tags.map((each) => (
            <Chip
              key={each}
              selected={each === tag}
              onClick={() => go({ tag: each === tag ? undefined : each }, true)}
            >
              #{each}
            </Chip>
          ))}
        </div>
      )}
    </div>
  );
}

function ArchiveDone({ team, onDone }: { team: string; onDone: () => void }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const archive = useMutation(api.tasks.archiveDone.mutationOptions({ onSuccess: onDone }));
  return (
    <div className={styles.row}>
      <ConfirmButton
        tone="plain"
        question={t`Archive all that is done?`}
        busy={archive.isPending}
        onConfirm={() => archive.mutate({ team })}
      >
        <Trans>Archive all done</Trans>
      </ConfirmButton>
      {archive.isError && <Banner tone="danger">{errorWords(archive.error)}</Banner>}
    </div>
  );
}
