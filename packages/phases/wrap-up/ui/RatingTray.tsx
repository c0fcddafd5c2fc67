import { Trans, useLingui } from '@lingui/react/macro';
import { Hand, hueStyle, LinkButton } from '@rondo/design';
import { useSend } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { useId } from 'react';
import { ChoiceCard, useExplain, useWords } from '../../parts/index.ts';
import { POINTS, setRating } from '../domain/index.ts';
import { usePointWords } from './usePointWords.ts';
import { useRating, useWrapUp } from './useWrapUp.ts';
import styles from './RatingTray.module.css';

/** My rating, in the hand: five cards, one of which I choose. */
export function RatingTray({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const words = useWords();
  const send = useSend();
  const explain = useExplain();
  const name = useId();
  const { settings } = useWrapUp(phase);
  const rating = useRating(phase);
  const pointWords = usePointWords(settings);

  async function rate(value: number | null): Promise<void> {
    const answer = await send(phase, setRating, { value });
    if (answer !== 'done') explain(answer);
  }

  return (
    <Hand
      title={t`Your hand`}
      note={t`Only you see this`}
      count={rating === null ? undefined : t`rated ${rating}`}
      openLabel={t`Open your hand`}
      closeLabel={t`Close your hand`}
      defaultOpen
    >
      <fieldset className={styles.cards} style={hueStyle('wrap-up')}>
        <legend className="visually-hidden">{words(settings.question)}</legend>
        {POINTS.map((point) => (
          <ChoiceCard
            key={point}
            tall
            name={name}
            value={point}
            checked={rating === point}
            onChange={() => void rate(point)}
          >
            <span className={styles.point}>{point}</span>
            <span className={styles.words}>{pointWords(point)}</span>
          </ChoiceCard>
        ))}
      </fieldset>
      {rating !== null && (
        <p className={styles.back}>
          <LinkButton onClick={() => void rate(null)}>
            <Trans>Take my rating back</Trans>
          </LinkButton>
        </p>
      )}
    </Hand>
  );
}
