import { Trans, useLingui } from '@lingui/react/macro';
import type { Pause } from '@rondo/contract';
import { Button, IconButton, TextField } from '@rondo/design';
import { Plus, X } from 'lucide-react';
import styles from './Schedule.module.css';

/** The most that a series takes. */
const MOST = 60;

interface Props {
  pauses: readonly Pause[];
  onChange: (pauses: Pause[]) => void;
}

/** Holidays and weeks off: from the first to the last day, nothing takes place. */
export function PausesFields({ pauses, onChange }: Props) {
  const { t } = useLingui();
  const set = (index: number, pause: Pause): void =>
    onChange(pauses.map((each, at) => (at === index ? pause : each)));
  const add = (): void => {
    const today = new Date().toISOString().slice(0, 10);
    onChange([...pauses, { from: today, to: today }]);
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>
        <Trans>Pauses</Trans>
      </legend>
      {pauses.length === 0 && (
        <p className={styles.note}>
          <Trans>Holidays or weeks off, when no meeting is made.</Trans>
        </p>
      )}
      {pauses.map((pause, index) => (
        // Two pauses may be equal, and rows only come and go at their own place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={styles.pause}>
          <TextField
            label={t`From`}
            type="date"
            required
            value={pause.from}
            onChange={(event) => {
              const from = event.target.value;
              set(index, { from, to: pause.to < from ? from : pause.to });
            }}
          />
          <TextField
            label={t`To`}
            type="date"
            required
            min={pause.from}
            value={pause.to}
            onChange={(event) => set(index, { ...pause, to: event.target.value })}
          />
          <IconButton
            label={t`Remove pause ${index + 1}`}
            icon={<X size={18} aria-hidden />}
            onClick={() => onChange(pauses.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        size="s"
        icon={<Plus size={16} aria-hidden />}
        disabled={pauses.length >= MOST}
        onClick={add}
      >
        <Trans>Add a pause</Trans>
      </Button>
    </fieldset>
  );
}
