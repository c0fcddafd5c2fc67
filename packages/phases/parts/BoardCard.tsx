import { Card } from '@rondo/design';
import type { CardId } from '@rondo/meeting';
import { memo, type ReactNode } from 'react';
import { CardWords } from './CardWords.tsx';
import { useCardLook } from './useCardLook.ts';
import { useWords } from './useWords.ts';

interface Props {
  card: CardId;
  size?: 's' | 'm' | 'l';
  /** Behind the author, where there is one. */
  footer?: ReactNode;
  actions?: ReactNode;
  /** The prompt's title beneath the words, where the column does not say it. */
  showPrompt?: boolean;
  muted?: boolean;
  /** All of it, however long. */
  whole?: boolean;
}

/** A card that lies open on the board, with its author where the phase was a named one. */
export const BoardCard = memo(function BoardCard({
  card: id,
  size,
  footer,
  actions,
  showPrompt = false,
  muted,
  whole,
}: Props) {
  const words = useWords();
  const { card, prompt, author } = useCardLook(id);
  if (!card) return null;
  const small = [showPrompt && prompt ? words(prompt.title) : null, author ?? null].filter(
    (each) => each !== null,
  );
  return (
    <Card
      hue={prompt?.hue}
      size={size}
      actions={actions}
      muted={muted}
      data-flip={id}
      data-prompt={card.prompt}
      footer={
        small.length > 0 || footer ? (
          <>
            {small.length > 0 && <span>{small.join(' · ')}</span>}
            {footer}
          </>
        ) : undefined
      }
    >
      <CardWords text={card.text} whole={whole} />
    </Card>
  );
});
