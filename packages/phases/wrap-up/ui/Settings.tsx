import { useLingui } from '@lingui/react/macro';
import { SettingsForm, WordsField } from '../../parts/index.ts';
import type { WrapUpSettings } from '../domain/index.ts';

interface Props {
  settings: WrapUpSettings;
  change: (settings: WrapUpSettings) => void;
}

/** What somebody who composes an activity decides about the end of a meeting. */
export default function Settings({ settings, change }: Props) {
  const { t } = useLingui();
  return (
    <SettingsForm>
      <WordsField
        label={t`What everybody rates from 1 to 5`}
        limit={160}
        value={settings.question}
        change={(question = '') => change({ ...settings, question })}
      />
      <WordsField
        label={t`What 1 means`}
        limit={60}
        value={settings.low}
        change={(low = '') => change({ ...settings, low })}
      />
      <WordsField
        label={t`What 5 means`}
        limit={60}
        value={settings.high}
        change={(high = '') => change({ ...settings, high })}
      />
    </SettingsForm>
  );
}
