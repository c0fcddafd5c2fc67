import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Card, Hand, Markdown, TextArea, visibleLength } from '@rondo/design';
import { useMe, useSend } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { useDraft, useExplain } from '../../parts/index.ts';
import { LONGEST_ANSWER, writeAnswer } from '../domain/index.ts';
import { useIcebreaker, useIcebreakerHand } from './useIcebreaker.ts';
import styles from './AnswerTray.module.css';

interface Props {
  phase: PhaseId;
  /** An answer that was given is being written anew. */
  isChanging: boolean;
  onChanging: (isChanging: boolean) => void;
}

/** One's own answer, in the hand until all are turned over. Those who come late add theirs to the board. */
export function AnswerTray({ phase, isChanging, onChanging }: Props) {
  const { t } = useLingui();
  const me = useMe();
  const send = useSend();
  const explain = useExplain();
  const { state } = useIcebreaker(phase);
  const held = useIcebreakerHand(phase).answer;
  const draft = useDraft(phase, 'answer');
  const isOpen = state.answers !== null;
  const given = isOpen ? (state.answers?.[me] ?? null) : held;

  async function write(text: string | null): Promise<void> {
    onChanging(false);
    draft.write('');
    const answer = await send(phase, writeAnswer, { text });
    if (answer === 'done') return;
    explain(answer);
    if (text !== null) draft.giveBack(text);
  }

  // Once it lies open it is on the board; the hand holds it no longer.
  if (isOpen && given !== null && !isChanging) return null;
  const text = draft.text === '' && isChanging ? (given ?? '') : draft.text;
  const ready = text.trim();
  const canGive = ready !== '' && visibleLength(ready) <= LONGEST_ANSWER;
  return (
    <Hand
      title={t`Your hand`}
      note={isOpen ? t`Yours until you add it` : t`Only you see this`}
      count={given === null ? undefined : t`answered`}
      openLabel={t`Open your hand`}
      closeLabel={t`Close your hand`}
      defaultOpen={given === null}
    >
      {given !== null && !isChanging ? (
        <div className={styles.given}>
          <Card hue="icebreaker" className={styles.card}>
            <Markdown text={given} />
          </Card>
          <div className={styles.buttons}>
            <Button size="s" onClick={() => onChanging(true)}>
              <Trans>Change</Trans>
            </Button>
            <Button size="s" tone="quiet" onClick={() => void write(null)}>
              <Trans>Take it back</Trans>
            </Button>
          </div>
        </div>
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (canGive) void write(ready);
          }}
        >
          <TextArea
            label={t`Your answer`}
            hideLabel
            placeholder={t`Your answer, in a sentence or two…`}
            value={text}
            limit={LONGEST_ANSWER}
            left={(count) => (count < 0 ? t`${-count} too many` : t`${count} left`)}
            autoFocus={isChanging}
            onChange={(event) => draft.write(event.target.value)}
            onSubmit={() => {
              if (canGive) void write(ready);
            }}
          />
          <div className={styles.buttons}>
            <Button tone="primary" type="submit" disabled={!canGive}>
              {isOpen ? <Trans>Add it</Trans> : <Trans>Lay it face down</Trans>}
            </Button>
            {isChanging && (
              <Button
                tone="quiet"
                onClick={() => {
                  onChanging(false);
                  draft.write('');
                }}
              >
                <Trans>Cancel</Trans>
              </Button>
            )}
          </div>
        </form>
      )}
    </Hand>
  );
}
