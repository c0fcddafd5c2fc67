import { useContext, useState, type ComponentProps, type ReactNode } from 'react';
import { classes } from '../classes.ts';
import { hueStyle, type Hue } from '../hue.ts';
import { InHand } from './inHand.ts';
import styles from './Card.module.css';

export type CardProps = ComponentProps<'div'> & {
  hue?: Hue;
  /** Beneath the words, small: an author, a prompt. */
  footer?: ReactNode;
  /** At the upper end: a menu, a vote. */
  actions?: ReactNode;
  size?: 's' | 'm' | 'l';
  /** Turned over: its hatch is seen, its words are not even rendered. */
  faceDown?: boolean;
  /** What a screen reader says of a card that lies face down. */
  backLabel?: string;
  /** In the air: being dragged. */
  lifted?: boolean;
  selected?: boolean;
  /** Stays where it is, but steps back. */
  muted?: boolean;
};

/** Somebody's words: the largest text on the screen after the title, with an edge in the column's hue. */
export function Card({
  hue,
  footer,
  actions,
  size = 'm',
  faceDown = false,
  backLabel,
  lifted,
  selected,
  muted,
  className,
  style,
  children,
  ...rest
}: CardProps) {
  const isInHand = useContext(InHand);
  const [wasFaceDown, setWasFaceDown] = useState(faceDown);
  if (faceDown && !wasFaceDown) setWasFaceDown(true);

  const look = classes(
    styles.card,
    styles[size],
    faceDown ? styles.back : wasFaceDown && styles.turned,
    lifted && styles.lifted,
    selected && styles.selected,
    muted && styles.muted,
    className,
  );
  return (
    <div
      {...rest}
      className={look}
      style={{ ...hueStyle(hue), ...style }}
      data-upright={isInHand ? '' : undefined}
    >
      {faceDown ? (
        backLabel && <span className="visually-hidden">{backLabel}</span>
      ) : (
        <>
          {actions && <div className={styles.actions}>{actions}</div>}
          <div className={styles.words}>{children}</div>
          {footer && <div className={styles.footer}>{footer}</div>}
        </>
      )}
    </div>
  );
}
