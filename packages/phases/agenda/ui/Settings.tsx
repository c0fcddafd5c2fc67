import { Trans, useLingui } from '@lingui/react/macro';
import { TextField } from '@rondo/design';
import type { AgendaSettings } from '../domain/index.ts';

interface Props {
  settings: AgendaSettings;
  change: (settings: AgendaSettings) => void;
}

/** How an agenda is set up by somebody who composes an activity. */
export default function Settings({ settings, change }: Props) {
  const { t } = useLingui();
  const { minutesPerItem } = settings;
  const isOff = minutesPerItem !== undefined && (minutesPerItem < 1 || minutesPerItem > 60);
  return (
    <>
      <TextField
        type="number"
        inputMode="numeric"
        min={1}
        max={60}
        label={t`Minutes for each item`}
        hint={t`What the timer offers. Left empty: 5.`}
        error={isOff ? t`From 1 to 60.` : undefined}
        value={minutesPerItem ?? ''}
        onChange={({ target }) => {
          const minutes = Number.parseInt(target.value, 10);
          change({ ...settings, minutesPerItem: Number.isNaN(minutes) ? undefined : minutes });
        }}
      />
      <p>
        <Trans>
          What waits on the team’s page comes along by itself, and what is pinned comes back.
        </Trans>
      </p>
    </>
  );
}
