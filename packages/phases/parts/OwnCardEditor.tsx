import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Card, TextArea, type Hue } from '@rondo/design';
import type { CardId } from '@rondo/meeting';
import { useState } from 'react';
import { useOwnCard } from './useOwnCard.ts';
import styles from './OwnCardEditor.module.css';

interface Props {
  card: CardId;
  text: string;
  hue: Hue | undefined;
  onDone: () => void;
}

/** One's own card on the board, being changed in place. Enter keeps the change, Escape the old words. */
export function OwnCardEditor({ card, text: before, hue, onDone }: Props) {
  const { t } = useLingui();
  const [text, setText] = useState(before);
  const words = text.trim();
  const own = useOwnCard(card);
  const canSave = own?.canSay(words) ?? false;

  function save(): void {
    if (!canSave) return;
    onDone();
    if (words !== before) own?.say(words);
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
