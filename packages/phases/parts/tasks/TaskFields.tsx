import { useLingui } from '@lingui/react/macro';
import { Select, TextArea, TextField } from '@rondo/design';
import { useView } from '@rondo/live/react';
import { peopleIn, type ParticipantId } from '@rondo/meeting';
import styles from './Tasks.module.css';

export interface TaskWords {
  text: string;
  owner: ParticipantId | null;
  /** YYYY-MM-DD. */
  due: string | null;
}

/** The longest task, in visible characters. */
export const LONGEST_TASK = 500;

interface Props {
  value: TaskWords;
  onChange: (value: TaskWords) => void;
  onSubmit: () => void;
  onCancel?: () => void;
  autoFocus?: boolean;
  /** Whose it is, where that person has not come. */
  absent?: string | null;
}

/** What a task is, who takes it, and until when. */
export function TaskFields({
  value,
  onChange,
  onSubmit,
  onCancel,
  autoFocus,
  absent = null,
}: Props) {
  const { t } = useLingui();
  const people = useView((view) => view.board.people);
  const known = useView((view) => view.board);
  // Whoever has left meanwhile stays the owner until somebody chooses another.
  const owners = peopleIn(known);
  const all = value.owner && !owners.includes(value.owner) ? [...owners, value.owner] : owners;
  return (
    <>
      <TextArea
        label={t`Task`}
        placeholder={t`Somebody does something…`}
        value={value.text}
        minRows={1}
        maxRows={6}
        limit={LONGEST_TASK}
        left={(count) => t`${count} left`}
        autoFocus={autoFocus}
        onSubmit={onSubmit}
        onChange={(event) => onChange({ ...value, text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !onCancel) return;
          event.preventDefault();
          onCancel();
        }}
      />
      <div className={styles.details}>
        <Select
          label={t`Who takes it`}
          value={value.owner ?? ''}
          onChange={(event) =>
            // The options' values are the ids of people, and nobody.
            onChange({ ...value, owner: (event.target.value || null) as ParticipantId | null })
          }
          options={[
            { value: '', label: t`Nobody yet` },
            ...all.map((id) => ({ value: id, label: people[id]?.name ?? absent ?? '–' })),
          ]}
        />
        <TextField
          label={t`Until`}
          type="date"
          value={value.due ?? ''}
          onChange={(event) => onChange({ ...value, due: event.target.value || null })}
        />
      </div>
    </>
  );
}
