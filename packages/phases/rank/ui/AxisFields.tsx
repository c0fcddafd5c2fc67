import { useLingui } from '@lingui/react/macro';
import { Select, TextField } from '@rondo/design';
import { useWords } from '../../parts/index.ts';
import type { Axis } from '../domain/index.ts';
import styles from './Settings.module.css';

interface Props {
  title: string;
  axis: Axis;
  change: (axis: Axis) => void;
}

/** What an axis means, and which of its ends is the better one. */
export function AxisFields({ title, axis, change }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const field = (key: 'label' | 'low' | 'high', label: string) => (
    <TextField
      label={label}
      maxLength={40}
      value={words(axis[key])}
      onChange={({ target }) => change({ ...axis, [key]: target.value })}
    />
  );
  return (
    <fieldset className={styles.pair}>
      <legend>{title}</legend>
      {field('label', t`Name`)}
      {field('low', t`Lowest end`)}
      {field('high', t`Highest end`)}
      <Select
        label={t`Better`}
        value={axis.better}
        options={[
          { value: 'low', label: words(axis.low) },
          { value: 'high', label: words(axis.high) },
        ]}
        onChange={({ target }) =>
          change({ ...axis, better: target.value === 'low' ? 'low' : 'high' })
        }
      />
    </fieldset>
  );
}
