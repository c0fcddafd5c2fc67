import { useLingui } from '@lingui/react/macro';
import { RadioCards } from '@rondo/design';
import { CountField, SettingsForm, WordsField } from '../../parts/index.ts';
import type { UpdatesSettings } from '../domain/index.ts';

interface Props {
  settings: UpdatesSettings;
  change: (settings: UpdatesSettings) => void;
}

/** What somebody who composes an activity decides about a round. */
export default function Settings({ settings, change }: Props) {
  const { t } = useLingui();
  return (
    <SettingsForm>
      <WordsField
        label={t`What everybody tells of`}
        limit={200}
        value={settings.question}
        change={(question = '') => change({ ...settings, question })}
      />
      <RadioCards
        label={t`The order`}
        value={settings.order}
        onChange={(order) => change({ ...settings, order })}
        options={[
          { value: 'shuffled', label: t`By chance`, hint: t`Drawn when the round opens.` },
          { value: 'by-name', label: t`By name`, hint: t`People can still be moved.` },
        ]}
      />
      <CountField
        label={t`Seconds for each person`}
        hint={t`The timer starts by itself with each turn. Empty: no timer.`}
        least={15}
        most={1_800}
        value={settings.secondsPerPerson}
        change={(secondsPerPerson) => change({ ...settings, secondsPerPerson })}
      />
    </SettingsForm>
  );
}
