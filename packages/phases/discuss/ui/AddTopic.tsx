import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextField, visibleLength } from '@rondo/design';
import { newId, useSend } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { Plus } from 'lucide-react';
import { useDraft, useExplain } from '../../parts/index.ts';
import { addTopic, LONGEST_TOPIC } from '../domain/index.ts';
import styles from './AddTopic.module.css';

/** Something that nobody had on a card: it joins the list, and the discussion may even begin with it. */
export function AddTopic({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const send = useSend();
  const explain = useExplain();
  const [text, setText] = useDraft(phase, 'topic');
  const trimmed = text.trim();
  const isReady = trimmed !== '' && visibleLength(trimmed) <= LONGEST_TOPIC;

  async function add(): Promise<void> {
    if (!isReady) return;
    setText('');
    const answer = await send(phase, addTopic, {
      card: newId<'card'>(),
      topic: newId<'group'>(),
      text: trimmed,
    });
    if (answer === 'done') return;
    setText(trimmed);
    explain(answer);
  }

  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        label={t`Another topic`}
        hideLabel
        placeholder={t`Add a topic…`}
        maxLength={LONGEST_TOPIC}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" disabled={!isReady} icon={<Plus size={18} aria-hidden />}>
        <Trans>Add topic</Trans>
      </Button>
    </form>
  );
}
