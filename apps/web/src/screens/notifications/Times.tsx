import { Trans, useLingui } from '@lingui/react/macro';
import type { NotificationSettings } from '@rondo/contract';
import { Switch, TextField } from '@rondo/design';
import { asMinutes, asTime } from './minutes.ts';
import page from '../Page.module.css';
import styles from './Notifications.module.css';

interface Props {
  settings: NotificationSettings;
  onChange: (change: { quiet?: NotificationSettings['quiet']; digestAt?: number }) => void;
}

const NIGHT = { from: 20 * 60, until: 7 * 60 };

/** When mails come, and when not, by the clock where one is. */
export function Times({ settings, onChange }: Props) {
  const { t } = useLingui();
  const { quiet, digestAt, zone } = settings;
  return (
    <section className={page.section} aria-labelledby="times">
      <h2 id="times" className={page.subtitle}>
        <Trans>Times</Trans>
      </h2>
      <div className={page.form}>
        <Time
          label={t`The daily mail comes at`}
          hint={zone === null ? undefined : t`Where you are: ${zone}`}
          value={digestAt}
          onChange={(minutes) => onChange({ digestAt: minutes })}
        />
        <Switch
          label={t`Quiet hours`}
          hint={t`Mails wait until they are over.`}
          checked={quiet !== null}
          onChange={(on) => onChange({ quiet: on ? NIGHT : null })}
        />
        {quiet && (
          <div className={styles.times}>
            <Time
              label={t`From`}
              value={quiet.from}
              onChange={(from) => onChange({ quiet: { ...quiet, from } })}
            />
            <Time
              label={t`Until`}
              value={quiet.until}
              onChange={(until) => onChange({ quiet: { ...quiet, until } })}
            />
          </div>
        )}
      </div>
    </section>
  );
}

interface TimeProps {
  label: string;
  hint?: string | undefined;
  value: number;
  onChange: (minutes: number) => void;
}

/** Saved when one leaves it, not with every key. */
function Time({ label, hint, value, onChange }: TimeProps) {
  return (
    <TextField
      key={value}
      type="time"
      required
      label={label}
      hint={hint}
      defaultValue={asTime(value)}
      onBlur={({ target }) => {
        const minutes = asMinutes(target.value);
        if (minutes !== null && minutes !== value) onChange(minutes);
      }}
    />
  );
}
