import { useLingui } from '@lingui/react/macro';
import { CountField, SettingsForm } from '../../parts/index.ts';
import type { VoteSettings } from '../domain/index.ts';

interface Props {
  settings: VoteSettings;
  change: (settings: VoteSettings) => void;
}

const MOST = 20;

/** What somebody who composes an activity decides about voting. */
export default function Settings({ settings, change }: Props) {
  const { t } = useLingui();
  return (
    <SettingsForm>
      <CountField
        label={t`Votes for each person`}
        least={1}
        most={MOST}
        value={settings.votes}
        change={(votes = 1) => change({ ...settings, votes })}
      />
      <CountField
        label={t`At most so many of them on one topic`}
        least={1}
        most={MOST}
        value={settings.perTopic}
        change={(perTopic = 1) => change({ ...settings, perTopic })}
      />
    </SettingsForm>
  );
}
