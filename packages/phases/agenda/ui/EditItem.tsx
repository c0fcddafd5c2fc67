import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextArea, TextField } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { useState, type KeyboardEvent } from 'react';
import { useAct } from '../../parts/index.ts';
import {
  editCard,
  itemText,
  joined,
  LONGEST_ITEM,
  LONGEST_NOTE,
  type ListedItem,
} from '../domain/index.ts';
import styles from './Items.module.css';

interface Props {
  phase: PhaseId;
  listed: ListedItem;
  onDone: () => void;
}

/** An item and its note, changed in place. */
export function EditItem({ phase, listed, onDone }: Props) {
  const { t } = useLingui();
  const act = useAct(phase);
  const [text, setText] = useState(listed.text);
  const [note, setNote] = useState(listed.note);
  const whole = joined({ text, note });
  const isReady = text.trim() !== '' && itemText.safeParse(whole).success;

  function save(): void {
    if (!isReady) return;
    onDone();
    if (whole !== joined(listed)) void act(editCard, { id: listed.id, text: whole });
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onDone();
  };
  return (
    <form
      className={styles.edit}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        autoFocus
        label={t`Item`}
        maxLength={LONGEST_ITEM}
        value={text}
        onKeyDown={onKeyDown}
        onChange={(event) => setText(event.target.value)}
      />
      <TextArea
        label={t`Note`}
        value={note}
        minRows={2}
        limit={LONGEST_NOTE}
        left={(count) => t`${count} left`}
        onKeyDown={onKeyDown}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className={styles.buttons}>
        <Button tone="primary" type="submit" disabled={!isReady}>
          <Trans>Save</Trans>
        </Button>
        <Button tone="quiet" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
}
