import { Trans, useLingui } from '@lingui/react/macro';
import { announce, Button, hueStyle, Select, TextArea, visibleLength } from '@rondo/design';
import { newId, useSend } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { useRef } from 'react';
import { useDraft, useExplain, useTyping, useWords } from '../../parts/index.ts';
import { addCard, LONGEST_CARD } from '../domain/index.ts';
import { useBreakout } from './useBreakout.ts';
import styles from './Breakout.module.css';

/** The field for the next card of one's room. Enter adds it; what is written survives a reload. */
export function RoomComposer({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const words = useWords();
  const send = useSend();
  const explain = useExplain();
  const typing = useTyping(phase);
  const { prompts } = useBreakout(phase).settings;
  const [text, setText] = useDraft(phase, 'card');
  const [chosen, setChosen] = useDraft(phase, 'prompt');
  const field = useRef<HTMLTextAreaElement>(null);
  const prompt = prompts.find(({ id }) => id === chosen) ?? prompts[0];
  const ready = text.trim();
  const canAdd = ready !== '' && visibleLength(ready) <= LONGEST_CARD;

  async function add(): Promise<void> {
    field.current?.focus();
    if (!canAdd || !prompt) return;
    setText('');
    typing(null);
    announce(t`Added to your room`);
    const card = { id: newId<'card'>(), group: newId<'group'>(), prompt: prompt.id, text: ready };
    const answer = await send(phase, addCard, card);
    if (answer === 'done') return;
    explain(answer);
    // Back into the field, unless the next card is being written there.
    if (field.current?.value === '') setText(ready);
  }

  return (
    <form
      className={styles.composer}
      style={hueStyle(prompt?.hue)}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextArea
        ref={field}
        hideLabel
        label={t`New card`}
        placeholder={prompt?.hint ? words(prompt.hint) : t`Write a card…`}
        value={text}
        minRows={2}
        maxRows={8}
        limit={LONGEST_CARD}
        left={(count) => (count < 0 ? t`${-count} too many` : t`${count} left`)}
        enterKeyHint="send"
        onChange={(event) => {
          setText(event.target.value);
          typing(event.target.value.trim() === '' ? null : (prompt?.id ?? null));
        }}
        onBlur={() => typing(null)}
        onSubmit={() => void add()}
      />
      <div className={styles.foot}>
        {prompts.length > 1 && (
          <Select
            label={t`Column`}
            hideLabel
            value={prompt?.id ?? ''}
            onChange={(event) => setChosen(event.target.value)}
            options={prompts.map(({ id, title }) => ({ value: id, label: words(title) }))}
          />
        )}
        <Button tone="primary" type="submit" disabled={!canAdd}>
          <Trans>Add</Trans>
        </Button>
      </div>
    </form>
  );
}
