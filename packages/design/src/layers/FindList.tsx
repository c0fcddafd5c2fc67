import { Plus, Search } from 'lucide-react';
import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { hueStyle, type Hue } from '../hue.ts';
import { findMatches } from './findMatches.ts';
import styles from './FindList.module.css';

export type FindItem = { id: string; label: string; note?: ReactNode; hue?: Hue };

export type FindListProps = {
  label: string;
  placeholder?: string;
  items: readonly FindItem[];
  onPick: (id: string) => void;
  onCancel?: () => void;
  /** What to say when nothing matches. */
  empty: string;
  /** Offers to make something new of what was typed, as the last choice. */
  create?: { label: (typed: string) => string; onCreate: (typed: string) => void };
  /** Says how many match, for screen readers. */
  count?: (matches: number) => string;
  autoFocus?: boolean;
};

/** Of more than these, the next letter finds quicker than the eye; and drawing hundreds takes time. */
const mostShown = 60;

/**
 * Type to find, arrows to choose, Enter to pick: the way to move something without dragging it. The
 * focus stays in the field; `aria-activedescendant` tells which choice is meant.
 */
export function FindList({
  label,
  placeholder,
  items,
  onPick,
  onCancel,
  empty,
  create,
  count,
  autoFocus = true,
}: FindListProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const matches = useMemo(() => findMatches(items, typed).slice(0, mostShown), [items, typed]);

  const wanted = typed.trim();
  const offersNew = create !== undefined && wanted !== '';
  const choices = matches.length + (offersNew ? 1 : 0);
  const active = Math.min(chosen, choices - 1);
  const optionId = (index: number) => `${id}-${index}`;

  useEffect(() => {
    if (autoFocus) field.current?.focus({ preventScroll: true });
  }, [autoFocus]);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const pick = (index: number) => {
    const item = matches[index];
    if (item) onPick(item.id);
    else if (offersNew && index === matches.length) create.onCreate(wanted);
  };

  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step && choices > 0) {
      event.preventDefault();
      const isEdge = Math.abs(step) === 1;
      setChosen(isEdge ? (active + step + choices) % choices : clamp(active + step, choices));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      pick(active);
    } else if (event.key === 'Escape' && onCancel) {
      event.preventDefault();
      onCancel();
    }
  };

  return (
    <div className={styles.find} data-flush="">
      <div className={styles.head}>
        <Search aria-hidden="true" size={17} />
        <input
          ref={field}
          className={styles.field}
          role="combobox"
          aria-label={label}
          aria-expanded={choices > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={choices > 0 ? optionId(active) : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosen(0);
          }}
          onKeyDown={press}
        />
      </div>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} className={styles.list}>
        {matches.map((item, index) => (
          <div
            key={item.id}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            className={styles.option}
            style={hueStyle(item.hue)}
            onPointerMove={() => setChosen(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(index)}
          >
            {item.hue && <span className={styles.dot} />}
            <span className={styles.label}>{item.label}</span>
            {item.note && <span className={styles.note}>{item.note}</span>}
          </div>
        ))}
        {offersNew && (
          <div
            id={optionId(matches.length)}
            role="option"
            aria-selected={active === matches.length}
            className={styles.option}
            onPointerMove={() => setChosen(matches.length)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(matches.length)}
          >
            <Plus aria-hidden="true" size={16} className={styles.plus} />
            <span className={styles.label}>{create.label(wanted)}</span>
          </div>
        )}
      </div>
      {choices === 0 && <p className={styles.empty}>{empty}</p>}
      <output className="visually-hidden">
        {choices === 0 ? empty : typed && count ? count(matches.length) : ''}
      </output>
    </div>
  );
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index));
}
