import { useLingui } from '@lingui/react/macro';
import { RadioCards, Switch } from '@rondo/design';
import { CountField, PromptsEditor, SettingsForm, WordsField } from '../../parts/index.ts';
import { MOST_PROMPTS, ROOMS, type BreakoutSettings } from '../domain/index.ts';

interface Props {
  settings: BreakoutSettings;
  change: (settings: BreakoutSettings) => void;
}

/** What somebody who composes an activity decides about breakout rooms. */
export default function Settings({ settings, change }: Props) {
  const { t } = useLingui();
  return (
    <SettingsForm>
      <WordsField
        label={t`What every room talks about`}
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
      <CountField
        label={t`Rooms`}
        least={ROOMS.least}
        most={ROOMS.most}
        value={settings.rooms}
        change={(rooms) => change({ ...settings, rooms: rooms ?? ROOMS.least })}
      />
      <RadioCards<BreakoutSettings['seating']>
        label={t`How people come into their rooms`}
        value={settings.seating}
        onChange={(seating) => change({ ...settings, seating })}
        columns={2}
        options={[
          { value: 'dealt', label: t`Dealt out by chance` },
          { value: 'free', label: t`Each where they like` },
        ]}
      />
      <Switch
        label={t`Anonymous cards`}
        hint={t`Nobody’s name is stored with a card.`}
        checked={settings.anonymous}
        onChange={(anonymous) => change({ ...settings, anonymous })}
      />
    </SettingsForm>
  );
}
