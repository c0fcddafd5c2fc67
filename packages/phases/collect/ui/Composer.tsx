import { Trans, useLingui } from '@lingui/react/macro';
import { announce, Button, hueStyle, Kbd, TextArea, visibleLength } from '@rondo/design';
import { newId, useSend } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { useRef, type KeyboardEvent } from 'react';
import { useDraft, useExplain, useTyping, useWords } from '../../parts/index.ts';
import { addCard, LONGEST_CARD } from '../domain/index.ts';
import { PromptChips } from './PromptChips.tsx';
import { useCollect } from './useCollect.ts';
import styles from './Composer.module.css';

interface Props {
  phase: PhaseId;
  to: 'hand' | 'board';
}

/** The field for the next card. Enter adds it; what is written survives a reload. */
export function Composer({ phase, to }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const send = useSend();
  const explain = useExplain();
  const typing = useTyping(phase);
  const { prompts } = useCollect(phase).settings;
  const [text, setText] = useDraft(phase, 'card');
  const [chosen, setChosen] = useDraft(phase, 'prompt');
  const field = useRef<HTMLTextAreaElement>(null);
  const prompt = prompts.find((each) => each.id === chosen) ?? prompts[0];
  const ready = text.trim();
  const canAdd = ready !== '' && visibleLength(ready) <= LONGEST_CARD;

  function choose(id: string): void {
    setChosen(id);
    if (ready !== '') typing(id);
  }

  async function add(): Promise<void> {
    field.current?.focus();
    if (!canAdd || !prompt) return;
    setText('');
    typing(null);
    announce(t`Added to “${words(prompt.title)}”`);
    const card = { id: newId<'card'>(), group: newId<'group'>(), prompt: prompt.id, text: ready };
    const answer = await send(phase, addCard, card);
    if (answer === 'done') return;
    explain(answer);
    // Back into the field, unless the next card is being written there.
    if (field.current?.value === '') setText(ready);
  }

  /** Ctrl (or Alt) and a digit choose a prompt from within the text. */
  function chooseByDigit(event: KeyboardEvent): void {
    if (!event.ctrlKey && !event.altKey) return;
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
    const wanted = digit && prompts[Number(digit) - 1];
    if (!wanted) return;
    event.preventDefault();
    choose(wanted.id);
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
        bare
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
        onKeyDown={chooseByDigit}
        onSubmit={() => void add()}
      />
      <div className={styles.foot}>
        {prompts.length > 1 && (
          <PromptChips prompts={prompts} value={prompt?.id ?? ''} onChange={choose} />
        )}
        <p className={styles.hint}>
          <span className={styles.markdown}>
            <Trans>
              <b>**bold**</b> <i>*italic*</i> - list
            </Trans>
          </span>
          <span>
            <Kbd>Enter</Kbd> <Trans>add</Trans>
            {prompts.length > 1 && (
              <>
                {' · '}
                <Kbd>Tab</Kbd> <Trans>column</Trans>
              </>
            )}
          </span>
        </p>
        <Button tone="primary" size="s" type="submit" disabled={!canAdd}>
          {to === 'hand' ? <Trans>Add</Trans> : <Trans>Add to the board</Trans>}
        </Button>
      </div>
    </form>
  );
}
