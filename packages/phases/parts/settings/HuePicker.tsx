import { useLingui } from '@lingui/react/macro';
import { hueStyle } from '@rondo/design';
import { HUES, type Hue } from '@rondo/meeting';
import { useId } from 'react';
import styles from './HuePicker.module.css';

interface Props {
  label: string;
  value: Hue;
  change: (hue: Hue) => void;
}

/** One of the eight colours: native radio buttons, so arrows choose. */
export function HuePicker({ label, value, change }: Props) {
  const name = useId();
  const names = useHueNames();
  return (
    <fieldset className={styles.set}>
      <legend className="visually-hidden">{label}</legend>
      {HUES.map((hue) => (
        <label key={hue} className={styles.hue} style={hueStyle(hue)} title={names[hue]}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={hue === value}
            onChange={() => change(hue)}
          />
          <span className="visually-hidden">{names[hue]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What the colours are called, for those who do not see them. */
export function useHueNames(): Record<Hue, string> {
  const { t } = useLingui();
  return {
    moss: t`moss green`,
    clay: t`clay red`,
    sky: t`sky blue`,
    amber: t`amber`,
    plum: t`plum`,
    teal: t`teal`,
    rose: t`rose`,
    slate: t`slate grey`,
  };
}
