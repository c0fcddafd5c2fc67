import { useLingui } from '@lingui/react/macro';
import { Checkbox, RadioCards, Select, TextField } from '@rondo/design';
import { EntryList, useWords } from '../../parts/index.ts';
import {
  asksForOptions,
  LONGEST_OPTION,
  LONGEST_QUESTION,
  OPTIONS,
  type PollSettings,
  type Way,
} from '../domain/index.ts';
import styles from './Settings.module.css';

interface Props {
  settings: PollSettings;
  change: (settings: PollSettings) => void;
}

const FIRST_OPTIONS = [
  { id: 'a', label: { en: 'First option', de: 'Erste Möglichkeit' } },
  { id: 'b', label: { en: 'Second option', de: 'Zweite Möglichkeit' } },
];

/** What somebody who composes an activity decides about a poll. */
export default function Settings({ settings, change }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const { way, options, open } = settings;
  const hasOptions = asksForOptions(way);

  function chooseWay(next: Way): void {
    if (!asksForOptions(next)) return change({ ...settings, way: next, options: [], open: false });
    change({ ...settings, way: next, options: hasOptions ? options : FIRST_OPTIONS });
  }

  return (
    <div className={styles.form}>
      <TextField
        label={t`Question`}
        maxLength={LONGEST_QUESTION}
        value={words(settings.question)}
        onChange={({ target }) => change({ ...settings, question: target.value })}
      />
      <RadioCards<Way>
        label={t`How people answer`}
        value={way}
        onChange={chooseWay}
        columns={2}
        options={[
          { value: 'single', label: t`One option` },
          { value: 'multiple', label: t`Several options` },
          { value: 'ranked', label: t`Ranked choice`, hint: t`Options in order, instant runoff` },
          { value: 'yes-no', label: t`Yes, no, abstain` },
          { value: 'fist', label: t`Fist of five`, hint: t`Support from 0 to 5` },
          { value: 'consent', label: t`Consent`, hint: t`It passes when nobody objects` },
        ]}
      />
      {hasOptions && (
        <>
          <EntryList
            title={t`Options`}
            entries={options.map(({ id, label }) => ({ id, text: label }))}
            fresh={(number) => t`Option ${number}`}
            least={open ? 0 : OPTIONS.least}
            most={OPTIONS.most}
            longest={LONGEST_OPTION}
            change={(entries) =>
              change({ ...settings, options: entries.map(({ id, text }) => ({ id, label: text })) })
            }
          />
          <Checkbox
            label={t`Everybody may add options`}
            checked={open}
            disabled={open && options.length < OPTIONS.least}
            onChange={({ target }) => change({ ...settings, open: target.checked })}
          />
        </>
      )}
      {way === 'multiple' && (
        <Select
          label={t`At most so many options each`}
          value={String(settings.choices)}
          options={Array.from({ length: OPTIONS.most }, (_, index) => ({
            value: String(index + 1),
            label: String(index + 1),
          }))}
          onChange={({ target }) => change({ ...settings, choices: Number(target.value) })}
        />
      )}
      <Checkbox
        label={t`Without names`}
        hint={t`Only numbers are shown, and reasons without names.`}
        checked={settings.anonymous}
        onChange={({ target }) => change({ ...settings, anonymous: target.checked })}
      />
    </div>
  );
}
