import { Plural, useLingui } from '@lingui/react/macro';
import { CardPile, Column, TypingDots } from '@rondo/design';
import type { CardId, PhaseId, Prompt } from '@rondo/meeting';
import { memo } from 'react';
import { useSomebodyWrites, useWords, useWriters } from '../../parts/index.ts';
import { OpenCard } from './OpenCard.tsx';
import { useCollect } from './useCollect.ts';
import styles from './Collect.module.css';

interface Props {
  phase: PhaseId;
  prompt: Prompt;
  /** Those that lie open. */
  cards: readonly CardId[] | undefined;
}

/** One prompt: what lies face down, and what lies open. */
export const PromptColumn = memo(function PromptColumn({ phase, prompt, cards = [] }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const { status, state } = useCollect(phase);
  const faceDown = state.faceDown[prompt.id] ?? 0;
  const isWritten = useSomebodyWrites(phase, prompt.id);
  // Null in an anonymous phase: the server names nobody there.
  const writers = useWriters(phase, prompt.id);
  return (
    <Column
      hue={prompt.hue}
      title={words(prompt.title)}
      hint={prompt.hint && words(prompt.hint)}
      count={
        cards.length > 0 ? <Plural value={cards.length} one="# card" other="# cards" /> : undefined
      }
    >
      {(status === 'open' || faceDown > 0) && (
        <div data-pile={prompt.id}>
          <CardPile
            hue={prompt.hue}
            count={faceDown}
            label={
              <>
                {faceDown > 0 ? (
                  <Plural value={faceDown} one="# card face down" other="# cards face down" />
                ) : (
                  t`No cards yet`
                )}
                {isWritten && (
                  <TypingDots hue={prompt.hue} label={writers ? '' : t`Somebody is writing`} />
                )}
                {writers}
              </>
            }
          />
        </div>
      )}
      {cards.length > 0 && (
        <div className={styles.cards}>
          {cards.map((card) => (
            <OpenCard key={card} phase={phase} card={card} />
          ))}
        </div>
      )}
    </Column>
  );
});
