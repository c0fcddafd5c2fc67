import { ChevronDown } from 'lucide-react';
import type { FilterField } from './useFilterFields.ts';
import styles from './FilterBar.module.css';

interface Props {
  field: FilterField;
  value: string;
  onChange: (value: string) => void;
}

/** One choice of a few, as small as a chip: the platform's own list underneath. */
export function FilterPill({ field, value, onChange }: Props) {
  return (
    <span className={styles.pill} data-chosen={value === '' ? undefined : ''}>
      <select
        aria-label={field.label}
        className={styles.select}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{field.any}</option>
        {field.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={16} aria-hidden className={styles.arrow} />
    </span>
  );
}
