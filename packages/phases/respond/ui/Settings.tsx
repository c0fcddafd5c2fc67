import { useLingui } from '@lingui/react/macro';
import { RadioCards, Switch } from '@rondo/design';
import { PromptsEditor, SettingsForm, WordsField } from '../../parts/index.ts';
import { MOST_PROMPTS, type RespondPrompt, type RespondSettings } from '../domain/index.ts';
import styles from './Settings.module.css';

interface Props {
  settings: RespondSettings;
  change: (settings: RespondSettings) => void;
}

/** What somebody who composes an activity decides about answers. */
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
      <PromptsEditor<RespondPrompt>
        prompts={settings.prompts}
        most={MOST_PROMPTS}
        fresh={(prompt) => prompt}
        more={choicesOf}
        change={(prompts) => change({ ...settings, prompts })}
      />
      <RadioCards
        label={t`When can the answers of others be read?`}
        value={settings.visible}
        onChange={(visible) => change({ ...settings, visible })}
        options={[
          {
            value: 'after-own',
            label: t`After one’s own`,
            hint: t`Whoever has answered reads the others.`,
          },
          { value: 'at-once', label: t`At once`, hint: t`As soon as they are given.` },
          { value: 'at-close', label: t`All together`, hint: t`When the phase closes.` },
        ]}
      />
      <Switch
        label={t`Anonymous answers`}
        hint={
          settings.anonymous
            ? t`Nobody’s name is stored with an answer, and nobody is told who is missing.`
            : t`Answers have names, and everybody sees who is missing.`
        }
        checked={settings.anonymous}
        onChange={(anonymous) => change({ ...settings, anonymous })}
      />
    </SettingsForm>
  );
}

const choicesOf = (prompt: RespondPrompt, put: ChoicesProps['put']) => (
  <Choices prompt={prompt} put={put} />
);

interface ChoicesProps {
  prompt: RespondPrompt;
  put: (prompt: RespondPrompt) => void;
}

function Choices({ prompt, put }: ChoicesProps) {
  const { t } = useLingui();
  return (
    <div className={styles.choices}>
      <Switch
        label={t`May stay empty`}
        checked={prompt.optional === true}
        onChange={(optional) => put({ ...prompt, optional })}
      />
      <Switch
        label={t`Calls for help`}
        hint={t`Its answers are listed first.`}
        checked={prompt.flag === true}
        onChange={(flag) => put({ ...prompt, flag })}
      />
    </div>
  );
}
