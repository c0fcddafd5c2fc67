import { useLingui } from '@lingui/react/macro';
import { Checkbox, RadioCards, TextField } from '@rondo/design';
import { useWords } from '../../parts/index.ts';
import type { AppreciateSettings } from '../domain/index.ts';
import styles from './Settings.module.css';

interface Props {
  settings: AppreciateSettings;
  change: (settings: AppreciateSettings) => void;
}

type Names = 'named' | 'anonymous' | 'choice';

/** What somebody who composes an activity decides about thanks. */
export default function Settings({ settings, change }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const names: Names = settings.mayChoose ? 'choice' : settings.anonymous ? 'anonymous' : 'named';
  return (
    <div className={styles.form}>
      <TextField
        label={t`What people are asked`}
        optional={t`optional`}
        maxLength={160}
        value={settings.question ? words(settings.question) : ''}
        onChange={({ target }) => {
          const { question: _, ...rest } = settings;
          change(target.value === '' ? rest : { ...rest, question: target.value });
        }}
      />
      <TextField
        label={t`A hint beneath it`}
        optional={t`optional`}
        maxLength={256}
        value={settings.hint ? words(settings.hint) : ''}
        onChange={({ target }) => {
          const { hint: _, ...rest } = settings;
          change(target.value === '' ? rest : { ...rest, hint: target.value });
        }}
      />
      <Checkbox
        label={t`Wrapped until the facilitator unwraps`}
        checked={settings.secret}
        onChange={({ target }) => change({ ...settings, secret: target.checked })}
      />
      <RadioCards<Names>
        label={t`Names of those who give`}
        value={names}
        columns={3}
        options={[
          { value: 'named', label: t`With their name` },
          { value: 'anonymous', label: t`Without` },
          { value: 'choice', label: t`Each chooses` },
        ]}
        onChange={(next) =>
          change({
            ...settings,
            anonymous: next === 'anonymous',
            mayChoose: next === 'choice',
          })
        }
      />
    </div>
  );
}
