import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classes } from '../classes.ts';
import { Field, type FieldWords } from './Field.tsx';
import fieldStyles from './Field.module.css';
import styles from './Select.module.css';

export type SelectProps = Omit<ComponentProps<'select'>, 'multiple' | 'size'> &
  FieldWords & { options?: readonly { value: string; label: string; disabled?: boolean }[] };

/** The platform's own list of choices: it knows every phone and every screen reader already. */
export function Select({
  label,
  hint,
  error,
  optional,
  hideLabel,
  options,
  children,
  id,
  ...select
}: SelectProps) {
  return (
    <Field {...{ id, label, hint, error, optional, hideLabel }}>
      {(control) => (
        <span className={classes(fieldStyles.box, styles.box)}>
          <select {...select} {...control} className={styles.select}>
            {options?.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
            {children}
          </select>
          <ChevronDown aria-hidden="true" size={18} className={styles.arrow} />
        </span>
      )}
    </Field>
  );
}
