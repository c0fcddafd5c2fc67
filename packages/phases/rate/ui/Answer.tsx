import { Trans, useLingui } from '@lingui/react/macro';
import { hueStyle, LinkButton, TextArea, visibleLength } from '@rondo/design';
import { useSend } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { useId } from 'react';
import { ScaleSign, useDraft, useExplain, useWords } from '../../parts/index.ts';
import { commentOn, LONGEST_COMMENT, setAnswer, type Statement } from '../domain/index.ts';
import { useRate, useRateHand } from './useRate.ts';
import styles from './RateTray.module.css';

interface Props {
  phase: PhaseId;
  statement: Statement;
}

/** The points of one statement to choose from, and room for a few words. */
export function Answer({ phase, statement }: Props) {
  const words = useWords();
  const send = useSend();
  const explain = useExplain();
  const name = useId();
  const { settings, state } = useRate(phase);
  const { answers, counted } = useRateHand(phase);
  const { points, from, low, high, names } = settings.scale;
  const isShut = counted[statement.id] === true || state.results[statement.id]?.isFinal === true;
  const mine = answers[statement.id];

  async function choose(value: number | null): Promise<void> {
    const answer = await send(phase, setAnswer, { statement: statement.id, value });
    if (answer !== 'done') explain(answer);
  }

  return (
    <>
      <fieldset className={styles.answer} style={hueStyle('rate')} disabled={isShut}>
        <legend className={styles.text}>{words(statement.text)}</legend>
        {statement.hint && <p className={styles.hint}>{words(statement.hint)}</p>}
        <div
          className={styles.points}
          style={{ '--points': points }}
          data-many={points > 7 || undefined}
          data-bare={names ? undefined : ''}
        >
          {Array.from({ length: points }, (_, value) => {
            const named = names?.[value];
            const end = value === 0 ? low : value === points - 1 ? high : null;
            return (
              <label key={value} className={styles.point} data-upright="">
                <input
                  type="radio"
                  className={styles.input}
                  name={name}
                  checked={mine === value}
                  onChange={() => void choose(value)}
                />
                <span className={styles.sign} aria-hidden={named ? true : undefined}>
                  {named
                    ? named.sign !== undefined && <ScaleSign sign={named.sign} />
                    : value + from}
                </span>
                {named ? (
                  <span className={styles.words}>{words(named.label)}</span>
                ) : (
                  end && <span className={styles.words}>{words(end)}</span>
                )}
              </label>
            );
          })}
        </div>
        {!names && (
          <p className={styles.ends} aria-hidden="true">
            <span>{words(low)}</span>
            <span>{words(high)}</span>
          </p>
        )}
        {!isShut && mine !== undefined && (
          <p className={styles.hint}>
            <LinkButton onClick={() => void choose(null)}>
              <Trans>Skip this one after all</Trans>
            </LinkButton>
          </p>
        )}
        {isShut && (
          <p className={styles.hint}>
            <Trans>Its results are shown, so answers to it stay as they are.</Trans>
          </p>
        )}
      </fieldset>
      {settings.comments && !isShut && <Comment phase={phase} statement={statement} />}
    </>
  );
}

/** A few words to go with the answer. What is typed survives a reload; it is kept when the field is left. */
function Comment({ phase, statement }: Props) {
  const { t } = useLingui();
  const send = useSend();
  const explain = useExplain();
  const { answers, comments } = useRateHand(phase);
  const kept = comments[statement.id] ?? '';
  const draft = useDraft(phase, `comment-${statement.id}`);
  const text = draft.text === '' ? kept : draft.text;

  async function keep(): Promise<void> {
    const { text: written } = draft;
    if (written === '' || visibleLength(written.trim()) > LONGEST_COMMENT) return;
    const answer = await send(phase, commentOn, { statement: statement.id, text: written.trim() });
    if (answer === 'done') draft.drop(written);
    else explain(answer);
  }

  return (
    <TextArea
      label={t`In a few words`}
      optional={t`optional`}
      hint={
        answers[statement.id] === undefined
          ? t`Shown only together with an answer.`
          : t`Shown without your name, shuffled, together with the results.`
      }
      value={text}
      minRows={1}
      maxRows={5}
      limit={LONGEST_COMMENT}
      left={(count) => (count < 0 ? t`${-count} too many` : t`${count} left`)}
      // A single space stands for a comment that was emptied: nothing would bring the kept one back.
      onChange={(event) => draft.write(event.target.value === '' ? ' ' : event.target.value)}
      onBlur={() => void keep()}
    />
  );
}
