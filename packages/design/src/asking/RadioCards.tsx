import { useId, type ReactNode } from 'react';
import { classes } from '../classes.ts';
import { hueStyle, type Hue } from '../hue.ts';
import styles from './RadioCards.module.css';

export type RadioCardsProps<Value extends string> = {
  label: ReactNode;
  hideLabel?: boolean;
  value: Value | undefined;
  onChange: (value: Value) => void;
  options: readonly {
    value: Value;
    label: ReactNode;
    hint?: ReactNode;
    icon?: ReactNode;
    hue?: Hue;
    disabled?: boolean;
  }[];
  /** How many side by side on a desk; a phone shows one column for size m, as many as fit for s. */
  columns?: number;
  size?: 's' | 'm';
};

/** One of a few, each with room to say what it means. Native radio buttons: arrows choose. */
export function RadioCards<Value extends string>({
  label,
  hideLabel,
  value,
  onChange,
  options,
  columns = 1,
  size = 'm',
}: RadioCardsProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.set}>
      <legend className={classes(styles.legend, hideLabel && 'visually-hidden')}>{label}</legend>
      <div className={classes(styles.cards, styles[size])} style={{ '--columns': columns }}>
        {options.map((option) => (
          <label key={option.value} className={styles.card} style={hueStyle(option.hue)}>
            <input
              type="radio"
              className={styles.input}
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            {option.icon && <span className={styles.icon}>{option.icon}</span>}
            <span className={styles.words}>
              <span className={styles.label}>{option.label}</span>
              {option.hint && <span className={styles.hint}>{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
