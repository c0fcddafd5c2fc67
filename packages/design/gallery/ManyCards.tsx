import { useRef, useState } from 'react';
import { Card, Column, promptHues, useDrag, useFlip } from '../src/index.ts';
import styles from './ManyCards.module.css';

const start = Array.from({ length: 400 }, (_, index) => ({
  id: `card-${index}`,
  column: promptHues[index % 4] ?? 'moss',
  text: `Card ${index}: what costs more than it gives, and who would notice if it stopped?`,
}));

/** 400 cards to drag: the load that the frame budget is measured with. */
export function ManyCards() {
  const [cards, setCards] = useState(start);
  const board = useRef<HTMLElement>(null);
  const drag = useDrag({
    onDrop(id, target) {
      const column = target.startsWith('column-')
        ? target.slice('column-'.length)
        : cards.find((card) => card.id === target)?.column;
      const hue = promptHues.find((each) => each === column);
      if (hue)
        setCards((all) => all.map((card) => (card.id === id ? { ...card, column: hue } : card)));
    },
  });
  useFlip(board, cards);
  return (
    <main ref={board} className={styles.board} {...drag}>
      <h1 className="visually-hidden">Many cards</h1>
      {promptHues.slice(0, 4).map((hue) => {
        const own = cards.filter((card) => card.column === hue);
        return (
          <Column key={hue} hue={hue} title={hue} count={own.length} data-drop={`column-${hue}`}>
            {own.map((card) => (
              <Card
                key={card.id}
                hue={hue}
                size="s"
                data-drag={card.id}
                data-drop={card.id}
                data-flip={card.id}
              >
                {card.text}
              </Card>
            ))}
          </Column>
        );
      })}
    </main>
  );
}
