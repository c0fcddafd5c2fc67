import { Plural } from '@lingui/react/macro';
import { hueStyle } from '@rondo/design';
import { sameItems, useView } from '@rondo/live/react';
import { promptOf, type GroupId } from '@rondo/meeting';
import { ChevronDown } from 'lucide-react';
import { memo, useId, type ReactNode } from 'react';
import { BoardCard } from './BoardCard.tsx';
import { CardWords } from './CardWords.tsx';
import { useTopicTitle } from './useTopicTitle.ts';
import styles from './TopicCard.module.css';

interface Props {
  topic: GroupId;
  /** Beneath or beside the title: votes, buttons. Gets the id of the title, to be named by it. */
  children?: (titleId: string) => ReactNode;
  /** The cards lie open from the start. */
  open?: boolean;
  muted?: boolean;
}

/** A topic: what it is called, and the cards that it is made of. A card alone is its own title. */
export const TopicCard = memo(function TopicCard({ topic, children, open, muted }: Props) {
  const titleId = useId();
  const title = useTopicTitle(topic);
  const cards = useView((view) => view.board.groups[topic]?.cards ?? [], sameItems);
  const isNamed = useView((view) => view.board.groups[topic]?.title != null);
  const hues = useView(
    ({ board }) => [
      ...new Set(
        cards.flatMap((id) => {
          const card = board.cards[id];
          return (card && promptOf(board, card)?.hue) ?? [];
        }),
      ),
    ],
    sameItems,
  );
  const [first] = cards;
  const onlyText = useView((view) => (first ? (view.board.cards[first]?.text ?? '') : ''));
  const isAlone = cards.length === 1 && !isNamed;
  return (
    <article
      className={styles.topic}
      data-flip={topic}
      data-topic={topic}
      data-muted={muted ? '' : undefined}
      aria-labelledby={titleId}
      style={hueStyle(hues[0])}
    >
      <div className={styles.head}>
        <h3 id={isAlone ? undefined : titleId} className={isAlone ? styles.words : styles.title}>
          {isAlone ? <CardWords id={titleId} text={onlyText} /> : title}
        </h3>
        {children?.(titleId)}
      </div>
      {!isAlone && (
        <details className={styles.cards} open={open}>
          <summary className={styles.summary}>
            <span className={styles.dots} aria-hidden="true">
              {hues.map((hue) => (
                <i key={hue} style={hueStyle(hue)} />
              ))}
            </span>
            <Plural value={cards.length} one="# card" other="# cards" />
            <ChevronDown aria-hidden="true" size={16} className={styles.arrow} />
          </summary>
          <div className={styles.list}>
            {cards.map((card) => (
              <BoardCard key={card} card={card} size="s" showPrompt />
            ))}
          </div>
        </details>
      )}
    </article>
  );
});
