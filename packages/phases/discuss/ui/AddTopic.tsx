import { useLingui } from '@lingui/react/macro';
import { newId } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { AddLine, useAct, useDraft } from '../../parts/index.ts';
import { addTopic, LONGEST_TOPIC } from '../domain/index.ts';
import styles from './AddTopic.module.css';

/** Something that nobody had on a card: it joins the list, and the discussion may even begin with it. */
export function AddTopic({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const act = useAct(phase);
  return (
    <div className={styles.add}>
      <AddLine
        draft={useDraft(phase, 'topic')}
        label={t`Another topic`}
        placeholder={t`Add a topic…`}
        limit={LONGEST_TOPIC}
        button={t`Add topic`}
        add={(text) => act(addTopic, { card: newId<'card'>(), topic: newId<'group'>(), text })}
      />
    </div>
  );
}
