import { Trans, useLingui } from '@lingui/react/macro';
import { announce, Button, hueStyle, Kbd } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import type { KeyboardEvent } from 'react';
import { NewCardField, useAct, useNewCard, useWords } from '../../parts/index.ts';
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
  const act = useAct(phase);
  const { prompts } = useCollect(phase).settings;
  const card = useNewCard(phase, {
    prompts,
    limit: LONGEST_CARD,
    put(added, { title }) {
      announce(t`Added to “${words(title)}”`);
      return act(addCard, added);
    },
  });
  const { prompt, choose, canAdd, add } = card;

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
        add();
      }}
    >
      <NewCardField card={card} bare onKeyDown={chooseByDigit} />
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
