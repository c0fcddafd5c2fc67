import { Check } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { keepPlaced } from '../behaviour/place.ts';
import { classes } from '../classes.ts';
import { Kbd } from './Kbd.tsx';
import styles from './Menu.module.css';

export type MenuItem = {
  label: string;
  onSelect: () => void;
  icon?: ReactNode;
  note?: ReactNode;
  /** The shortcut that does the same. */
  keys?: string;
  /** Given: the entry is a choice that is on or off. */
  checked?: boolean;
  danger?: boolean;
  disabled?: boolean;
};

export type MenuEntry = MenuItem | { heading: string } | 'line';

type MenuListProps = {
  label: string;
  items: readonly MenuEntry[];
  align: 'start' | 'end';
  trigger: RefObject<HTMLElement | null>;
  close: () => void;
};

/** The entries of an open menu. Arrows, Home, End and first letters move the focus. */
export function MenuList({ label, items, align, trigger, close }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const typed = useRef({ letters: '', at: 0 });

  useEffect(() => {
    const popover = list.current?.parentElement;
    const button = trigger.current;
    if (!popover || !button) return undefined;
    let release: (() => void) | undefined;
    const begin = () => {
      release = keepPlaced(popover, button, 'below', align);
      if (list.current) entries(list.current)[0]?.focus({ preventScroll: true });
    };
    // Rendered just before the platform shows it: what is not shown yet has no size and no focus.
    if (popover.matches(':popover-open')) begin();
    else popover.addEventListener('toggle', begin, { once: true });
    return () => {
      popover.removeEventListener('toggle', begin);
      release?.();
    };
  }, [align, trigger]);

  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const all = entries(event.currentTarget);
    const at = all.findIndex((entry) => entry === document.activeElement);
    const next = target(event, all, at, typed.current);
    if (event.key === 'Tab') {
      event.preventDefault();
      close();
    }
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <div
      ref={list}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className={styles.list}
      onKeyDown={move}
    >
      {items.map((item, index) =>
        item === 'line' ? (
          <hr key={`line ${index}`} className={styles.line} />
        ) : 'heading' in item ? (
          <div key={item.heading} className={styles.heading} role="presentation">
            {item.heading}
          </div>
        ) : (
          <Entry key={item.label} item={item} close={close} />
        ),
      )}
    </div>
  );
}

function Entry({ item, close }: { item: MenuItem; close: () => void }) {
  const isChoice = item.checked !== undefined;
  return (
    <button
      type="button"
      role={isChoice ? 'menuitemcheckbox' : 'menuitem'}
      aria-checked={item.checked}
      aria-disabled={item.disabled || undefined}
      tabIndex={-1}
      className={classes(styles.item, item.danger && styles.danger)}
      onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
      onClick={() => {
        if (item.disabled) return;
        close();
        item.onSelect();
      }}
    >
      <span className={styles.sign} aria-hidden="true">
        {isChoice ? item.checked && <Check size={17} /> : item.icon}
      </span>
      <span className={styles.words}>
        {item.label}
        {item.note && <span className={styles.note}>{item.note}</span>}
      </span>
      {item.keys && <Kbd>{item.keys}</Kbd>}
    </button>
  );
}

function entries(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
}

/** Letters typed within this time belong together: "mo" finds *Move to…*, not *Open*. */
const typingPause = 700;

function target(
  event: KeyboardEvent,
  all: HTMLElement[],
  at: number,
  typed: { letters: string; at: number },
): HTMLElement | undefined {
  if (event.key === 'ArrowDown') return all[(at + 1) % all.length];
  if (event.key === 'ArrowUp') return all.at(at <= 0 ? -1 : at - 1);
  if (event.key === 'Home') return all[0];
  if (event.key === 'End') return all.at(-1);
  if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey)
    return undefined;

  const continues = event.timeStamp - typed.at < typingPause;
  typed.letters = (continues ? typed.letters : '') + event.key.toLocaleLowerCase();
  typed.at = event.timeStamp;
  const from = typed.letters.length === 1 ? at + 1 : Math.max(at, 0);
  return [...all.slice(from), ...all.slice(0, from)].find((entry) =>
    entry
      .querySelector(`.${styles.words}`)
      ?.textContent.toLocaleLowerCase()
      .startsWith(typed.letters),
  );
}
