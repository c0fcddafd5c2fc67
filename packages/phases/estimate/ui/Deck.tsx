import { useLingui } from '@lingui/react/macro';
import { hueStyle } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { useEffect, useId, useRef } from 'react';
import { useAct, useWords } from '../../parts/index.ts';
import { ballotOf, deckOf, dimensionOf, PASS, pick, UNSURE, type Place } from '../domain/index.ts';
import { typedValue } from './typedValue.ts';
import { useEstimate } from './useEstimate.ts';
import { useValueWords } from './useValueWords.ts';
import styles from './Deck.module.css';

/** Up to so many cards lie fanned in one row. */
const MOST_FANNED = 14;

interface Props {
  phase: PhaseId;
  place: Place;
  picked: string | null;
  /** The deck before this one had the focus. */
  takesFocus: boolean;
}

/**
 * The cards of one scale. Whoever types a value has picked it: `1` and `3` is 13. Arrow keys go from
 * card to card and pick none on the way, because the last pick of all turns the cards over.
 */
export function Deck({ phase, place, picked, takesFocus }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const act = useAct(phase);
  const valueWords = useValueWords();
  const name = useId();
  const { settings, state } = useEstimate(phase);
  const { name: dimension, scale } = dimensionOf(settings, place.dimension);
  const story = state.stories[place.story];
  const round = story ? ballotOf(story, place.dimension).round : 1;
  const deck = deckOf(scale);
  const middle = (deck.length - 1) / 2;
  const set = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    // A new round: whoever was picking by keys goes on without looking for the cards.
    if (takesFocus && (document.activeElement ?? document.body) === document.body)
      set.current?.querySelector('input')?.focus({ preventScroll: true });
  }, [takesFocus]);
  const typed = useRef({ text: '', at: 0 });
  const choose = (value: string): void => void act(pick, { ...place, round, value });

  function type(key: string, now: number): boolean {
    const { text, value } = typedValue(deck, typed.current, key, now);
    typed.current = { text, at: now };
    if (value === null) return text !== '';
    choose(value);
    // The browser names the card that is focused: it should be the one that was picked.
    const inputs = [...(set.current?.querySelectorAll('input') ?? [])];
    inputs.find((each) => each.value === value)?.focus();
    return true;
  }

  /** @returns whether the key goes somewhere */
  function go(key: string, from: number): boolean {
    const to = placeAfter(key, from, deck.length);
    if (to === null) return false;
    set.current?.querySelectorAll('input')[to]?.focus();
    return true;
  }

  return (
    <fieldset
      ref={set}
      className={styles.deck}
      style={hueStyle('estimate')}
      data-fanned={deck.length <= MOST_FANNED ? '' : undefined}
    >
      <legend className="visually-hidden">
        {t`${words(dimension)}: ${story?.title ?? ''}. Type a value, or go there with the arrow keys and press Space.`}
      </legend>
      {deck.map((value, at) => (
        <label
          key={value}
          className={styles.card}
          data-upright=""
          data-long={value.length > 3 ? '' : undefined}
          data-word={value === PASS ? '' : undefined}
          style={{ '--turn': (at - middle) / Math.max(1, middle) }}
        >
          <input
            type="radio"
            className={styles.input}
            name={name}
            value={value}
            checked={picked === value}
            aria-label={valueWords(value)}
            onChange={() => choose(value)}
            onKeyDown={(event) => {
              const { key } = event;
              if (event.ctrlKey || event.metaKey || event.altKey || key === ' ') return;
              if (key === 'Enter') choose(value);
              else if (key.length === 1 ? !type(key, event.timeStamp) : !go(key, at)) return;
              event.preventDefault();
              event.stopPropagation();
            }}
          />
          <span aria-hidden>{value === UNSURE ? '?' : valueWords(value)}</span>
        </label>
      ))}
    </fieldset>
  );
}

const STEPS: Readonly<Record<string, 1 | -1>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
};

/** Where a key leads among so many cards, around the ends; null where it leads nowhere. */
function placeAfter(key: string, from: number, count: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[key];
  return step === undefined ? null : (from + step + count) % count;
}
