import { Trans } from '@lingui/react/macro';
import { PromptsEditor, SettingsForm } from '../../parts/index.ts';
import { MOST_SECTIONS, type ReportSettings } from '../domain/index.ts';

interface Props {
  settings: ReportSettings;
  change: (settings: ReportSettings) => void;
}

/** The sections of a report, as somebody who composes an activity sets them up. */
export default function Settings({ settings, change }: Props) {
  return (
    <SettingsForm>
      <p>
        <Trans>Each prompt is a section. Cards of a prompt with the same name go there.</Trans>
      </p>
      <PromptsEditor
        prompts={settings.sections}
        most={MOST_SECTIONS}
        fresh={(prompt) => prompt}
        change={(sections) => change({ ...settings, sections })}
      />
    </SettingsForm>
  );
}
