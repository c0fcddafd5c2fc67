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
  const item = useDraft(phase, 'item');
  const note = useDraft(phase, 'note');
  const [hasNote, setHasNote] = useState(note.text !== '');
  const field = useRef<HTMLInputElement>(null);
  const words = { text: item.text, note: note.text };
  const whole = joined(words);
  const isReady = item.text.trim() !== '' && itemText.safeParse(whole).success;

  async function add(): Promise<void> {
    if (!isReady) return;
    item.write('');
    note.write('');
    setHasNote(false);
    field.current?.focus();
    const card = { id: newId<'card'>(), group: newId<'group'>(), text: whole };
    if (await act(addCard, card)) return;
    item.giveBack(words.text, ' ');
    if (words.note === '') return;
    note.giveBack(words.note);
    setHasNote(true);
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
          value={item.text}
          enterKeyHint="send"
          onChange={(event) => item.write(event.target.value)}
        />
        <Button type="submit" disabled={!isReady} icon={<Plus size={18} aria-hidden />}>
          <Trans>Add</Trans>
        </Button>
      </div>
      {hasNote ? (
        <TextArea
          label={t`Note`}
          value={note.text}
          minRows={2}
          limit={LONGEST_NOTE}
          left={(count) => t`${count} left`}
          onChange={(event) => note.write(event.target.value)}
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
