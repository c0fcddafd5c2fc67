import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import { hueStyle, type Hue } from '../hue.ts';
import styles from './Chip.module.css';

export type ChipProps = {
  hue?: Hue;
  icon?: ReactNode;
  /** Given: the chip is a choice that is on or off. */
  selected?: boolean;
  onClick?: () => void;
  onRemove?: () => void;
  removeLabel?: string;
  disabled?: boolean;
  children: ReactNode;
};

/** A small choice or a filter. */
export function Chip({
  hue,
  icon,
  selected,
  onClick,
  onRemove,
  removeLabel,
  disabled,
  children,
}: ChipProps) {
  const words = (
    <>
      {icon && <span className={styles.icon}>{icon}</span>}
      <span>{children}</span>
    </>
  );
  return (
    <span
      className={classes(styles.chip, selected && styles.selected, hue && styles.hued)}
      style={hueStyle(hue)}
    >
      {onClick ? (
        <button
          type="button"
          className={styles.words}
          aria-pressed={selected}
          disabled={disabled}
          onClick={onClick}
        >
          {words}
        </button>
      ) : (
        <span className={styles.words}>{words}</span>
      )}
      {onRemove && (
        <button type="button" className={styles.remove} aria-label={removeLabel} onClick={onRemove}>
          <X aria-hidden="true" size={14} />
        </button>
      )}
    </span>
  );
}
