import { useLingui } from '@lingui/react/macro';
import { RadioCards } from '@rondo/design';
import { SettingsForm, WordsField } from '../../parts/index.ts';
import { LONGEST_QUESTION, type IcebreakerSettings } from '../domain/index.ts';

interface Props {
  settings: IcebreakerSettings;
  change: (settings: IcebreakerSettings) => void;
}

/** What somebody who composes an activity decides about breaking the ice. */
export default function Settings({ settings, change }: Props) {
  const { t } = useLingui();
  return (
    <SettingsForm>
      <RadioCards<IcebreakerSettings['mode']>
        label={t`How people answer`}
        columns={2}
        value={settings.mode}
        options={[
          { value: 'turns', label: t`In turns`, hint: t`One after another, aloud.` },
          { value: 'together', label: t`Together`, hint: t`Everybody writes a short answer.` },
        ]}
        onChange={(mode) => change({ ...settings, mode })}
      />
      <WordsField
        label={t`Your own question`}
        hint={t`Left empty, one of ours is drawn.`}
        limit={LONGEST_QUESTION}
        optional
        value={settings.question}
        change={(question) => change({ ...settings, question })}
      />
    </SettingsForm>
  );
}
