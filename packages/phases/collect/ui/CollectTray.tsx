import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Hand, usePhone } from '@rondo/design';
import type { CardId, PhaseId } from '@rondo/meeting';
import { useEffect, useRef } from 'react';
import { Composer } from './Composer.tsx';
import { HeldCard } from './HeldCard.tsx';
import { useAdding, useCollectHand } from './useCollect.ts';
import styles from './CollectTray.module.css';

/** The hand of this phase: what I have written and nobody sees, and the field for the next card. */
export function CollectTray({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const isPhone = usePhone();
  const { held } = useCollectHand(phase);
  // The record's own keys are card ids.
  const cards = Object.keys(held) as CardId[];
  const adding = useAdding(phase);
  const row = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLDivElement>(null);
  const count = cards.length;
  useEffect(() => {
    // The newest lies next to the field; on a phone it comes first.
    row.current?.scrollTo({ left: isPhone ? 0 : row.current.scrollWidth, behavior: 'smooth' });
  }, [count, isPhone]);
  const before = useRef(count);
  useEffect(() => {
    const isLess = count < before.current;
    before.current = count;
    // The card that had the focus is gone; keys go on where one writes. A phone would raise its keyboard.
    if (!isLess || isPhone || document.activeElement !== document.body) return;
    field.current?.querySelector('textarea')?.focus();
  }, [count, isPhone]);
  if (adding === 'closed' && count === 0) return null;
  const shown = isPhone ? cards.toReversed() : cards;
  return (
    <Hand
      title={adding === 'board' ? t`One more card` : t`Your hand`}
      note={adding === 'board' ? t`Yours until you add it` : t`Only you see this`}
      count={count > 0 ? t`${plural(count, { one: '# card', other: '# cards' })}` : undefined}
      openLabel={t`Open your hand`}
      closeLabel={t`Close your hand`}
      defaultOpen={adding === 'hand'}
    >
      <div ref={field} className={styles.tray}>
        {count > 0 && (
          <ul ref={row} className={styles.held} aria-label={t`Your cards`}>
            {shown.map((id) => {
              const card = held[id];
              return (
                card && (
                  <li key={id} className={styles.place}>
                    <HeldCard phase={phase} id={id} card={card} />
                  </li>
                )
              );
            })}
          </ul>
        )}
        {adding !== 'closed' && <Composer phase={phase} to={adding} />}
      </div>
    </Hand>
  );
}
