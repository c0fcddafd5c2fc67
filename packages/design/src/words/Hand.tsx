import { ChevronUp, Lock } from 'lucide-react';
import { useId, useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { classes } from '../classes.ts';
import { InHand } from './inHand.ts';
import { useKeyboardInset } from './useKeyboardInset.ts';
import styles from './Hand.module.css';

export type HandProps = {
  /** "Your hand". */
  title: string;
  /** "Only you see this". */
  note: string;
  /** What is in it, in a word or two, shown while a phone's hand is down: "3 cards". */
  count?: ReactNode;
  actions?: ReactNode;
  openLabel: string;
  closeLabel: string;
  open?: boolean;
  defaultOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
};

/** A pull this long, in px, is meant; less was a tap. */
const pull = 24;

/**
 * What only you see: a tray at the bottom in the inverse colours, with a lock. On a desk it is always
 * there; on a phone it is a sheet that pulls up over the board (tap, drag or keyboard).
 */
export function Hand({
  title,
  note,
  count,
  actions,
  openLabel,
  closeLabel,
  open: openFromOutside,
  defaultOpen = false,
  onOpenChange,
  children,
}: HandProps) {
  const id = useId();
  const [openHere, setOpenHere] = useState(defaultOpen);
  const open = openFromOutside ?? openHere;
  const hand = useRef<HTMLElement>(null);
  const pulledFrom = useRef<number>(undefined);
  useKeyboardInset(hand);

  const change = (next: boolean) => {
    if (next === open) return;
    setOpenHere(next);
    onOpenChange?.(next);
  };

  const finishPull = (event: PointerEvent) => {
    const from = pulledFrom.current;
    pulledFrom.current = undefined;
    if (from === undefined || Math.abs(event.clientY - from) < pull) return;
    change(event.clientY < from);
  };

  return (
    <>
      <div className={classes(styles.room, 'no-print')} />
      <section
        ref={hand}
        aria-labelledby={`${id}-title`}
        data-hand=""
        className={classes(styles.hand, open && styles.open, 'no-print')}
        data-inverse=""
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.defaultPrevented) change(false);
        }}
      >
        <header
          className={styles.head}
          onPointerDown={(event) => {
            pulledFrom.current = event.clientY;
          }}
          onPointerUp={finishPull}
          onPointerCancel={finishPull}
        >
          <div className={styles.words}>
            <h2 id={`${id}-title`} className={styles.title}>
              {title}
            </h2>
            <p className={styles.note}>
              <Lock aria-hidden="true" size={14} strokeWidth={2.2} />
              {note}
            </p>
          </div>
          {count !== undefined && <span className={styles.count}>{count}</span>}
          {actions && <div className={styles.actions}>{actions}</div>}
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open}
            aria-controls={`${id}-body`}
            aria-label={open ? closeLabel : openLabel}
            onClick={() => change(!open)}
          >
            <ChevronUp aria-hidden="true" size={22} />
          </button>
        </header>
        <div id={`${id}-body`} className={styles.body}>
          <InHand value={true}>{children}</InHand>
        </div>
      </section>
    </>
  );
}
