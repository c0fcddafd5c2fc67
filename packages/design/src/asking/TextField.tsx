import type { ComponentProps, ReactNode } from 'react';
import { Field, type FieldWords } from './Field.tsx';
import styles from './Field.module.css';

export type TextFieldProps = Omit<ComponentProps<'input'>, 'children'> &
  FieldWords & { lead?: ReactNode; trail?: ReactNode };

/** One line of text. `lead` and `trail` stand inside the box: a sign, a unit, a small button. */
export function TextField({
  label,
  hint,
  error,
  optional,
  hideLabel,
  lead,
  trail,
  id,
  ...input
}: TextFieldProps) {
  return (
    <Field {...{ id, label, hint, error, optional, hideLabel }}>
      {(control) => (
        <span className={styles.box}>
          {lead && <span className={styles.aside}>{lead}</span>}
          <input type="text" {...input} {...control} className={styles.input} />
          {trail && <span className={styles.aside}>{trail}</span>}
        </span>
      )}
    </Field>
  );
}
