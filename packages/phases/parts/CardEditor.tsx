import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Card, TextArea, type Hue } from '@rondo/design';
import { useState } from 'react';
import styles from './CardEditor.module.css';

interface Props {
  text: string;
  hue: Hue | undefined;
  /** The most visible characters; the field counts down to it. */
  limit?: number;
  canSave: (words: string) => boolean;
  /** Called only when the words are others than before. */
  onSave: (words: string) => void;
  onDone: () => void;
}

/** A card being changed in place. Enter keeps the change, Escape the old words. */
export function CardEditor({ text: before, hue, limit, canSave, onSave, onDone }: Props) {
  const { t } = useLingui();
  const [text, setText] = useState(before);
  const words = text.trim();

  function save(): void {
    if (!canSave(words)) return;
    onDone();
    if (words !== before) onSave(words);
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
          limit={limit}
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
          <Button tone="primary" size="s" type="submit" disabled={!canSave(words)}>
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
