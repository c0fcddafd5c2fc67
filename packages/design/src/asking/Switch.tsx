import { useEffect, useId, useState, type ReactNode } from 'react';
import { classes } from '../classes.ts';
import styles from './Choice.module.css';

export type SwitchProps = {
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  name?: string;
};

/** How long a wish is shown that nobody follows, ms: longer than most answers of a server take. */
const PATIENCE = 2_000;

/**
 * On or off, at once: for what needs no button to be saved. It shows what was wished until `checked` changes:
 * many parents say so a moment later, and in between it would jump back. Where the parent stays as it is, because
 * the wish was refused, so does the switch after a while.
 */
export function Switch({ label, hint, checked, onChange, disabled, name }: SwitchProps) {
  const id = useId();
  const [wish, setWish] = useState<{ on: boolean; instead: boolean } | null>(null);
  const hasAnswer = wish !== null && checked !== wish.instead;
  if (hasAnswer) setWish(null);
  useEffect(() => {
    if (!wish) return undefined;
    const timer = setTimeout(() => setWish(null), PATIENCE);
    return () => clearTimeout(timer);
  }, [wish]);
  return (
    <div className={classes(styles.choice, styles.switchRow)}>
      <div className={styles.words}>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        {hint && (
          <div id={`${id}-hint`} className={styles.hint}>
            {hint}
          </div>
        )}
      </div>
      <input
        id={id}
        type="checkbox"
        role="switch"
        name={name}
        className={styles.switch}
        checked={wish && !hasAnswer ? wish.on : checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ target }) => {
          setWish({ on: target.checked, instead: checked });
          onChange(target.checked);
        }}
      />
    </div>
  );
}
