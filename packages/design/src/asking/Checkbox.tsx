import { useId, type ComponentProps, type ReactNode } from 'react';
import styles from './Choice.module.css';

export type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
};

export function Checkbox({ label, hint, error, id, ...input }: CheckboxProps) {
  const ownId = useId();
  const inputId = id ?? ownId;
  const wordsId = `${inputId}-words`;
  return (
    <div className={styles.choice}>
      <input
        {...input}
        id={inputId}
        type="checkbox"
        className={styles.box}
        aria-describedby={hint || error ? wordsId : undefined}
        aria-invalid={error ? true : undefined}
      />
      <div>
        <label htmlFor={inputId} className={styles.label}>
          {label}
        </label>
        {(hint || error) && (
          <div id={wordsId} className={styles.hint}>
            {hint}
            {error && <p className={styles.error}>{error}</p>}
          </div>
        )}
      </div>
    </div>
  );
}
