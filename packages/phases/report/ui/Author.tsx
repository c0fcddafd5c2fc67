import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from '@rondo/design';
import { useView } from '@rondo/live/react';
import { nameOf, peopleIn, type ParticipantId, type PhaseId } from '@rondo/meeting';
import { useAct } from '../../parts/index.ts';
import { setAuthor } from '../domain/index.ts';
import styles from './Report.module.css';

interface Props {
  phase: PhaseId;
  author: ParticipantId | null;
  mayChoose: boolean;
}

/** Whose name stands under the report. */
export function Author({ phase, author, mayChoose }: Props) {
  const { t } = useLingui();
  const act = useAct(phase);
  const board = useView((view) => view.board);
  const name = nameOf(board, author ?? board.facilitator);
  if (!mayChoose) {
    return (
      <p className={styles.author}>
        <Trans>Written by {name}</Trans>
      </p>
    );
  }
  const members = peopleIn(board).filter((id) => board.people[id]?.role === 'member');
  return (
    <div className={styles.author}>
      <Select
        label={t`Author`}
        value={author ?? ''}
        onChange={({ target }) =>
          // The values of the list are ids of people, or empty.
          void act(setAuthor, {
            author: target.value === '' ? null : (target.value as ParticipantId),
          })
        }
        options={[
          { value: '', label: t`Whoever facilitates` },
          ...members.map((id) => ({ value: id, label: nameOf(board, id) })),
        ]}
      />
    </div>
  );
}
