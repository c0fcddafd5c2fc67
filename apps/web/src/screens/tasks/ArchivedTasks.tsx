import { Trans, useLingui } from '@lingui/react/macro';
import type { TeamTask } from '@rondo/contract';
import {
  Badge,
  Button,
  EmptyState,
  LinkButton,
  MarkdownSpan,
  markdownText,
  toast,
} from '@rondo/design';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { Answer } from '../../shell/Answer.tsx';
import { ShowMore } from '../../shell/ShowMore.tsx';
import { TaskFacts } from './TaskFacts.tsx';
import lines from '../Lines.module.css';
import page from '../Page.module.css';
import styles from './TaskLines.module.css';

interface Props {
  team: string;
  readOnly: boolean;
  onOpen: (task: string) => void;
}

/** What has left the board, and the way back. */
export function ArchivedTasks({ team, readOnly, onOpen }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queries = useQueryClient();
  const archived = useInfiniteQuery(
    api.tasks.archived.infiniteOptions({
      input: (before: string | undefined) => ({
        team,
        limit: 30,
        ...(before !== undefined && { before }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  );
  const restore = useMutation(
    api.tasks.change.mutationOptions({
      onError: (error) => void toast({ text: errorWords(error), tone: 'warn' }),
      onSettled: () => queries.invalidateQueries({ queryKey: api.tasks.key() }),
    }),
  );
  const bringBack = ({ id, status }: TeamTask): void =>
    restore.mutate({
      task: id,
      ...(status === 'dropped' ? { status: 'open' as const } : { archived: false }),
    });
  return (
    <Answer query={archived} loading={t`Loading the archive`}>
      {({ pages }) => {
        const tasks = pages.flatMap((each) => each.tasks);
        if (tasks.length === 0)
          return (
            <EmptyState title={t`Nothing is archived`} drawing="rings" hue="review">
              <Trans>What you archive or drop stays here, and can come back.</Trans>
            </EmptyState>
          );
        return (
          <>
            <h2 className={page.subtitle}>
              <Trans>Archived and dropped</Trans>
            </h2>
            <ul className={styles.list}>
              {tasks.map((task) => (
                <li key={task.id} className={lines.item}>
                  <div className={lines.words}>
                    <LinkButton onClick={() => onOpen(task.id)}>
                      <MarkdownSpan text={task.text} />
                    </LinkButton>{' '}
                    {task.status === 'dropped' && (
                      <Badge>
                        <Trans>dropped</Trans>
                      </Badge>
                    )}
                    <TaskFacts task={task} />
                  </div>
                  {!readOnly && (
                    <Button
                      size="s"
                      aria-label={t`Restore: ${markdownText(task.text)}`}
                      onClick={() => bringBack(task)}
                    >
                      <Trans>Restore</Trans>
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            <ShowMore list={archived} shown={tasks.length}>
              <Trans>Show older ones</Trans>
            </ShowMore>
          </>
        );
      }}
    </Answer>
  );
}
