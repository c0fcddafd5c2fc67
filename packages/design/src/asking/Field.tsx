import { CircleAlert } from 'lucide-react';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { classes } from '../classes.ts';
import { refuseSpaces } from './refuseSpaces.ts';
import styles from './Field.module.css';

/** What every field says about itself. */
export type FieldWords = {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** The word beside the label of a field that may stay empty. */
  optional?: string;
  hideLabel?: boolean;
};

/** What the control inside a field must carry, so that its words are read out with it. */
export type FieldControl = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

export type FieldProps = FieldWords & {
  id?: string;
  children: (control: FieldControl) => ReactNode;
};

/** Label, hint and error around one control, tied to it for screen readers. */
export function Field({ id, label, hint, error, optional, hideLabel, children }: FieldProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  const hintId = `${controlId}-hint`;
  const errorId = `${controlId}-error`;
  const [isRefused, setRefused] = useState(false);
  // After every change: a form may have put something else into it.
  useEffect(() => refuseSpaces(document.getElementById(controlId)));
  return (
    <div
      className={styles.field}
      onInvalidCapture={() => setRefused(true)}
      onInput={({ target }) => {
        refuseSpaces(target);
        setRefused(false);
      }}
    >
      <label htmlFor={controlId} className={classes(styles.label, hideLabel && 'visually-hidden')}>
        {label}
        {optional && <span className={styles.optional}>{optional}</span>}
      </label>
      {hint && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
      {children({
        id: controlId,
        'aria-describedby': classes(hint ? hintId : null, error ? errorId : null) || undefined,
        'aria-invalid': error || isRefused ? true : undefined,
      })}
      {error && (
        <p id={errorId} className={styles.error}>
          <CircleAlert aria-hidden="true" size={16} />
          {error}
        </p>
      )}
    </div>
  );
}
