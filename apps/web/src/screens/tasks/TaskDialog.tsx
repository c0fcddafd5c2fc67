import { Trans, useLingui } from '@lingui/react/macro';
import type { TaskWithThread } from '@rondo/contract';
import { Banner, Dialog, Select, Skeleton, Switch, TextField } from '@rondo/design';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { COLUMNS, columnOf } from './columns.ts';
import { History } from './History.tsx';
import { OtherTeam } from './OtherTeam.tsx';
import { Thread } from './Thread.tsx';
import { useColumnWords } from './useColumnWords.ts';
import { Words } from './Words.tsx';
import styles from './TaskDialog.module.css';

interface Props {
  task: string;
  readOnly: boolean;
  onClose: () => void;
}

/** Everything about one task. Its address opens it again. */
export function TaskDialog({ task, readOnly, onClose }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const found = useQuery(api.tasks.get.queryOptions({ input: { task } }));
  return (
    <Dialog open size="l" title={t`Task`} closeLabel={t`Close`} onClose={onClose}>
      {found.isError && !found.data && <Banner tone="danger">{errorWords(found.error)}</Banner>}
      {found.isPending && <Skeleton lines={4} label={t`Loading the task`} />}
      {found.data && <Body task={found.data} readOnly={readOnly} />}
    </Dialog>
  );
}

function Body({ task, readOnly }: { task: TaskWithThread; readOnly: boolean }) {
  return (
    <div className={styles.body}>
      <Words task={task} readOnly={readOnly} />
      <Fields task={task} readOnly={readOnly} />
      <Origin task={task} />
      <Thread task={task} readOnly={readOnly} />
      {!readOnly && <OtherTeam key={task.team} task={task} />}
      <History task={task} />
    </div>
  );
}

/** What is changed at once: of two at the same moment the last one counts. */
function Fields({ task, readOnly }: { task: TaskWithThread; readOnly: boolean }) {
  const { t } = useLingui();
  const words = useColumnWords();
  const errorWords = useErrorWords();
  const queries = useQueryClient();
  const members = useQuery(api.teams.get.queryOptions({ input: { team: task.team } }));
  const settled = { onSettled: () => queries.invalidateQueries({ queryKey: api.tasks.key() }) };
  const change = useMutation(api.tasks.change.mutationOptions(settled));
  const move = useMutation(api.tasks.move.mutationOptions(settled));
  const { owner, due } = task;
  const set = (changes: object): void => change.mutate({ task: task.id, ...changes });
  const error = change.error ?? move.error;
  const people = (members.data?.members ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const isGone = owner !== null && !people.some(({ value }) => value === owner.id);
  return (
    <div className={styles.fields}>
      <Select
        label={t`Who takes it`}
        disabled={readOnly}
        value={owner === null ? '' : (owner.id ?? 'gone')}
        onChange={(event) => set({ owner: event.target.value || null })}
        options={[
          { value: '', label: t`Nobody yet` },
          // Left the team, or was a guest.
          ...(isGone ? [{ value: owner.id ?? 'gone', label: owner.name, disabled: true }] : []),
          ...people,
        ]}
      />
      <TextField
        label={t`Until`}
        type="date"
        disabled={readOnly}
        value={due ?? ''}
        onChange={(event) => set({ due: event.target.value || null })}
      />
      <Select
        label={t`Column`}
        disabled={readOnly}
        value={task.status === 'dropped' ? 'dropped' : columnOf(task)}
        onChange={({ target }) => {
          const column = COLUMNS.find((each) => each === target.value);
          if (column) move.mutate({ task: task.id, column, behind: null });
          else set({ status: 'dropped' });
        }}
        options={[
          ...COLUMNS.map((value) => ({ value, label: words[value].title })),
          { value: 'dropped', label: t`Dropped` },
        ]}
      />
      {(task.mayBePrivate || task.private) && (
        <Switch
          label={t`Private`}
          hint={t`Only whoever made it and who takes it see it.`}
          checked={task.private}
          disabled={readOnly || !task.mayBePrivate}
          onChange={(isPrivate) => set({ private: isPrivate })}
        />
      )}
      {error && <Banner tone="danger">{errorWords(error)}</Banner>}
    </div>
  );
}

/** Where it comes from, and how it went since. */
function Origin({ task: { meeting, createdBy, reviewed, helped } }: { task: TaskWithThread }) {
  return (
    <p className={styles.quiet}>
      {meeting.name === '' ? (
        createdBy && <Trans>Put on the board by {createdBy}.</Trans>
      ) : (
        <>
          <Trans>Agreed on in</Trans>{' '}
          {meeting.id === null ? (
            meeting.name
          ) : (
            <Link to="/m/$meeting/outcome" params={{ meeting: meeting.id }}>
              {meeting.name}
            </Link>
          )}
          {meeting.topic !== null && <>: {meeting.topic}</>}.
        </>
      )}{' '}
      {reviewed.times > 0 && (
        <Trans>
          Looked at in {reviewed.times} meetings, missed since it was last renewed:{' '}
          {reviewed.missed}.
        </Trans>
      )}{' '}
      {helped && (
        <Trans>
          Did it help? {helped.yes} yes, {helped.no} no
        </Trans>
      )}
    </p>
  );
}
