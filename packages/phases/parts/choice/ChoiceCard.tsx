import type { ReactNode } from 'react';
import styles from './ChoiceCard.module.css';

interface Props {
  /** `checkbox` where several may be chosen. */
  type?: 'radio' | 'checkbox';
  name: string;
  value: string | number;
  checked: boolean;
  /** Higher on a desk, its words at both ends. */
  tall?: boolean;
  onChange: (isOn: boolean) => void;
  children: ReactNode;
}

/** A card of one's hand that answers something: chosen by pressing it, or with the arrows. */
export function ChoiceCard({
  type = 'radio',
  name,
  value,
  checked,
  tall = false,
  onChange,
  children,
}: Props) {
  return (
    <label className={styles.card} data-upright="" data-tall={tall ? '' : undefined}>
      <input
        type={type}
        className={styles.input}
        name={name}
        value={value}
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      {children}
    </label>
  );
}
