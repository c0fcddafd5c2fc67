import { useLingui } from '@lingui/react/macro';
import { CountField, SettingsForm } from '../../parts/index.ts';
import type { DiscussSettings } from '../domain/index.ts';

interface Props {
  settings: DiscussSettings;
  change: (settings: DiscussSettings) => void;
}

/** What somebody who composes an activity decides about talking. */
export default function Settings({ settings, change }: Props) {
  const { t } = useLingui();
  return (
    <SettingsForm>
      <CountField
        label={t`Minutes for each topic`}
        hint={t`What the timer offers. Left empty, it offers five.`}
        optional={t`optional`}
        unit={t`min`}
        least={1}
        most={60}
        value={settings.minutesPerTopic}
        change={(minutesPerTopic) => change({ ...settings, minutesPerTopic })}
      />
    </SettingsForm>
  );
}
