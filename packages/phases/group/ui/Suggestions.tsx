import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, hueStyle, IconButton, markdownText } from '@rondo/design';
import { useView } from '@rondo/live/react';
import { promptOf, type CardId } from '@rondo/meeting';
import { Check, X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { useDoGrouping } from './doGrouping.ts';
import type { Suggesting, Suggestion } from './useSuggestions.ts';
import styles from './Suggestions.module.css';

/** So many cards show what a group is about. */
const SHOWN = 5;

interface Props {
  suggestions: readonly Suggestion[];
  onDrop: Suggesting['drop'];
  onDiscard: Suggesting['discard'];
}

/** Groups that might be made, outlined: only you see them until you take them over. */
export function Suggestions({ suggestions, onDrop, onDiscard }: Props) {
  const { t } = useLingui();
  const { accept } = useDoGrouping();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.panel} aria-labelledby={id} style={hueStyle('group')}>
      <header className={styles.head}>
        <div>
          <h3 id={id} ref={heading} tabIndex={-1} className={styles.title}>
            <Plural value={suggestions.length} one="# group suggested" other="# groups suggested" />
          </h3>
          <p className={styles.note}>
            <Trans>Only you see these until you take them over.</Trans>
          </p>
        </div>
        <div className={styles.buttons}>
          <Button
            size="s"
            tone="primary"
            onClick={() => {
              accept(suggestions);
              onDiscard();
            }}
          >
            <Trans>Take over all</Trans>
          </Button>
          <Button size="s" tone="quiet" onClick={onDiscard}>
            <Trans>Discard</Trans>
          </Button>
        </div>
      </header>
      <ul className={styles.list}>
        {suggestions.map((suggestion) => (
          <li key={suggestion.cards.join()} className={styles.group}>
            <div className={styles.groupHead}>
              <h4 className={styles.name}>{suggestion.title}</h4>
              <IconButton
                label={t`Take over: ${suggestion.title}`}
                tone="plain"
                size="s"
                icon={<Check size={17} />}
                onClick={() => accept([suggestion])}
              />
              <IconButton
                label={t`Drop: ${suggestion.title}`}
                size="s"
                icon={<X size={17} />}
                onClick={() => onDrop(suggestion)}
              />
            </div>
            <ul className={styles.cards}>
              {suggestion.cards.slice(0, SHOWN).map((card) => (
                <Line key={card} card={card} />
              ))}
            </ul>
            {suggestion.cards.length > SHOWN && (
              <p className={styles.more}>
                <Plural
                  value={suggestion.cards.length - SHOWN}
                  one="and # more"
                  other="and # more"
                />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ card: id }: { card: CardId }) {
  const card = useView((view) => view.board.cards[id]);
  const hue = useView((view) => (card ? promptOf(view.board, card)?.hue : undefined));
  return (
    <li className={styles.card} style={hueStyle(hue)}>
      {markdownText(card?.text ?? '')}
    </li>
  );
}
