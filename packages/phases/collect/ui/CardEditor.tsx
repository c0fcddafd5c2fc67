import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Card, TextArea, visibleLength, type Hue } from '@rondo/design';
import { useSend } from '@rondo/live/react';
import type { CardId, PhaseId } from '@rondo/meeting';
import { useState } from 'react';
import { editCard, LONGEST_CARD } from '../domain/index.ts';
import styles from './CardEditor.module.css';

interface Props {
  phase: PhaseId;
  card: CardId;
  text: string;
  hue: Hue | undefined;
  onDone: () => void;
}

/** A card being changed in place. Enter keeps the change, Escape the old words. */
export function CardEditor({ phase, card, text: before, hue, onDone }: Props) {
  const { t } = useLingui();
  const send = useSend();
  const [text, setText] = useState(before);
  const words = text.trim();
  const canSave = words !== '' && visibleLength(words) <= LONGEST_CARD;

  function save(): void {
    if (!canSave) return;
    onDone();
    if (words !== before) void send(phase, editCard, { id: card, text: words });
  }

  return (
    <Card hue={hue} size="s" selected>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextArea
          label={t`Your card`}
          hideLabel
          bare
          autoFocus
          value={text}
          limit={LONGEST_CARD}
          left={(count) => t`${count} left`}
          onChange={(event) => setText(event.target.value)}
          onSubmit={save}
          onFocus={(event) => event.target.setSelectionRange(text.length, text.length)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            onDone();
          }}
        />
        <div className={styles.buttons}>
          <Button tone="primary" size="s" type="submit" disabled={!canSave}>
            <Trans>Save</Trans>
          </Button>
          <Button tone="quiet" size="s" onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Card>
  );
}
