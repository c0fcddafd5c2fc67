import { useLingui } from '@lingui/react/macro';
import { Switch } from '@rondo/design';
import { PromptsEditor, SettingsForm, WordsField } from '../../parts/index.ts';
import type { CollectSettings } from '../domain/index.ts';

interface Props {
  settings: CollectSettings;
  change: (settings: CollectSettings) => void;
}

/** As many columns as one board may have. */
const MOST_PROMPTS = 12;

/** What somebody who composes an activity decides about collecting. */
export default function Settings({ settings, change }: Props) {
  const { t } = useLingui();
  return (
    <SettingsForm>
      <WordsField
        label={t`What all prompts together ask`}
        limit={160}
        optional
        value={settings.question}
        change={(question) => change({ ...settings, question })}
      />
      <PromptsEditor
        prompts={settings.prompts}
        most={MOST_PROMPTS}
        fresh={(prompt) => prompt}
        change={(prompts) => change({ ...settings, prompts })}
      />
      <Switch
        label={t`Anonymous cards`}
        hint={
          settings.anonymous
            ? t`Nobody’s name is stored with a card.`
            : t`Cards show who wrote them once they are revealed.`
        }
        checked={settings.anonymous}
        onChange={(anonymous) => change({ ...settings, anonymous })}
      />
    </SettingsForm>
  );
}
