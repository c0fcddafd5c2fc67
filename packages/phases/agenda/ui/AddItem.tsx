import { Trans, useLingui } from '@lingui/react/macro';
import { Button, LinkButton, TextArea, TextField } from '@rondo/design';
import { newId } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useAct, useDraft } from '../../parts/index.ts';
import { addCard, itemText, joined, LONGEST_ITEM, LONGEST_NOTE } from '../domain/index.ts';
import styles from './Items.module.css';

/** Something more for the agenda. Enter adds it; the note is there for those who need it. */
export function AddItem({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const act = useAct(phase);
  const [text, setText] = useDraft(phase, 'item');
  const [note, setNote] = useDraft(phase, 'note');
  const [hasNote, setHasNote] = useState(note !== '');
  const field = useRef<HTMLInputElement>(null);
  const whole = joined({ text, note });
  const isReady = text.trim() !== '' && itemText.safeParse(whole).success;

  async function add(): Promise<void> {
    if (!isReady) return;
    setText('');
    setNote('');
    setHasNote(false);
    field.current?.focus();
    const item = { id: newId<'card'>(), group: newId<'group'>(), text: whole };
    if (await act(addCard, item)) return;
    // Back into the field, unless the next one is being written there.
    if (field.current?.value === '') {
      setText(text);
      setNote(note);
    }
  }

  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className={styles.line}>
        <TextField
          ref={field}
          label={t`New item`}
          hideLabel
          placeholder={t`Add to the agenda…`}
          maxLength={LONGEST_ITEM}
          value={text}
          enterKeyHint="send"
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" disabled={!isReady} icon={<Plus size={18} aria-hidden />}>
          <Trans>Add</Trans>
        </Button>
      </div>
      {hasNote ? (
        <TextArea
          label={t`Note`}
          value={note}
          minRows={2}
          limit={LONGEST_NOTE}
          left={(count) => t`${count} left`}
          onChange={(event) => setNote(event.target.value)}
        />
      ) : (
        <p className={styles.more}>
          <LinkButton onClick={() => setHasNote(true)}>
            <Trans>Add a note to it</Trans>
          </LinkButton>
        </p>
      )}
    </form>
  );
}
