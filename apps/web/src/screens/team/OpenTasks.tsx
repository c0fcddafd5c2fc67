import { Trans, useLingui } from '@lingui/react/macro';
import type { TeamTask } from '@rondo/contract';
import {
  Avatar,
  Button,
  dateIn,
  IconButton,
  linkClass,
  MarkdownSpan,
  markdownText,
  toast,
} from '@rondo/design';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Check, X } from 'lucide-react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { needAnswer } from '../../shell/needAnswer.ts';
import { TaskLink } from '../../shell/TaskLink.tsx';
import { dueness, todayHere } from '../tasks/columns.ts';
import lines from '../Lines.module.css';
import page from '../Page.module.css';
import styles from './BringAlong.module.css';

/** So many are shown here; the board has all. */
const MOST = 8;

/** What the team has promised in its meetings and not closed yet. */
export function OpenTasks({ team, isOpen }: { team: string; isOpen: boolean }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queries = useQueryClient();
  const open = useQuery(api.tasks.list.queryOptions({ input: { team } }));
  const change = useMutation(
    api.tasks.change.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: api.tasks.key() }),
      onError: (error) => void toast({ text: errorWords(error), tone: 'warn' }),
    }),
  );
  needAnswer(open);
  const tasks = open.data?.tasks ?? [];

  function close({ id: task }: TeamTask, status: 'done' | 'dropped', text: string): void {
    const undo = (): void => change.mutate({ task, status: 'open' });
    change.mutate(
      { task, status },
      { onSuccess: () => void toast({ text, action: { label: t`Undo`, onAct: undo } }) },
    );
  }

  return (
    <section aria-labelledby="open-tasks">
      <h2 id="open-tasks" className={page.subtitle}>
        <Trans>Open tasks</Trans>
      </h2>
      {open.isSuccess && tasks.length === 0 && (
        <p className={page.quiet}>
          <Trans>Nothing is open. What you agree on in a meeting is kept here.</Trans>
        </p>
      )}
      <ul className={styles.list}>
        {tasks.slice(0, MOST).map((task) => (
          <li key={task.id} className={lines.item}>
            <div className={lines.words}>
              <p className={lines.text}>
                <TaskLink team={team} task={task.id} className={styles.task}>
                  <MarkdownSpan text={task.text} />
                </TaskLink>
              </p>
              <Facts task={task} />
            </div>
            {isOpen && (
              <>
                <Button
                  size="s"
                  icon={<Check size={16} aria-hidden />}
                  aria-label={t`Done: ${markdownText(task.text)}`}
                  onClick={() => close(task, 'done', t`Done.`)}
                >
                  <Trans>Done</Trans>
                </Button>
                <IconButton
                  label={t`Drop: ${markdownText(task.text)}`}
                  icon={<X size={17} />}
                  onClick={() => close(task, 'dropped', t`Dropped.`)}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      <Link to="/teams/$team/tasks" params={{ team }} className={linkClass}>
        {tasks.length > MOST ? (
          <Trans>All {tasks.length} on the board</Trans>
        ) : (
          <Trans>To the board</Trans>
        )}
      </Link>
    </section>
  );
}

function Facts({ task }: { task: TeamTask }) {
  const { t, i18n } = useLingui();
  const { owner, due, meeting } = task;
  const day =
    due === null ? '' : dateIn(i18n.locale, new Date(`${due}T00:00`), { dateStyle: 'medium' });
  const isOverdue = dueness(task, todayHere()) === 'overdue';
  return (
    <p className={lines.small}>
      {owner === null ? (
        t`Nobody yet`
      ) : (
        <span className={styles.bit}>
          <Avatar name={owner.name} seed={owner.id ?? owner.name} size={20} silent />
          {owner.name}
        </span>
      )}
      {due !== null && (
        <time dateTime={due} className={isOverdue ? styles.overdue : undefined}>
          {isOverdue ? <Trans>overdue since {day}</Trans> : day}
        </time>
      )}
      {meeting.name !== '' && <span>{meeting.name}</span>}
    </p>
  );
}
