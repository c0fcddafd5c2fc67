import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextField, visibleLength } from '@rondo/design';
import { newId } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { useAct, useDraft } from '../../parts/index.ts';
import { addEntry, LONGEST_ENTRY } from '../domain/index.ts';
import styles from './Report.module.css';

/** One more line for a section. Enter adds it. */
export function AddLine({ phase, section }: { phase: PhaseId; section: string }) {
  const { t } = useLingui();
  const act = useAct(phase);
  const [text, setText] = useDraft(phase, `line ${section}`);
  const field = useRef<HTMLInputElement>(null);
  const isReady = text.trim() !== '' && visibleLength(text) <= LONGEST_ENTRY;

  async function add(): Promise<void> {
    if (!isReady) return;
    setText('');
    field.current?.focus();
    const isDone = await act(addEntry, { id: newId<'entry'>(), section, text });
    // Back into the field, unless the next one is being written there.
    if (!isDone && field.current?.value === '') setText(text);
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
        ref={field}
        hideLabel
        label={t`New line`}
        placeholder={t`One more line…`}
        value={text}
        enterKeyHint="send"
        onChange={({ target }) => setText(target.value)}
      />
      <Button type="submit" disabled={!isReady} icon={<Plus size={18} aria-hidden />}>
        <Trans>Add</Trans>
      </Button>
    </form>
  );
}
