import { Trans, useLingui } from '@lingui/react/macro';
import { hueStyle, Select, TextArea, TextField } from '@rondo/design';
import { HUES, inLanguage, type LocalText } from '@rondo/meeting';
import { CountField, useHueNames, WordsField } from '@rondo/phases/parts';
import { useState } from 'react';
import { useCategories } from '../library/useCategories.ts';
import { minutesOf, type Draft } from './draft.ts';
import styles from './Compose.module.css';

/** As many colours as an illustration may have. */
const MOST_HUES = 6;

interface Props {
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
}

/** What the library tells of an activity: its name, what it is for, how long and for whom. */
export function HeadForm({ draft, change }: Props) {
  const { t, i18n } = useLingui();
  const categories = useCategories();
  const { people } = draft;
  const sum = minutesOf(draft.flow);
  const area = (value: LocalText): string => inLanguage(value, i18n.locale);
  const left = (count: number): string => t`${count} characters left`;
  return (
    <section className={styles.section} aria-labelledby="about">
      <h2 id="about" className={styles.subtitle}>
        <Trans>What it is</Trans>
      </h2>
      <WordsField
        label={t`Name`}
        limit={60}
        value={draft.name}
        change={(name = '') => change({ name })}
      />
      <TextArea
        label={t`Summary`}
        hint={t`One sentence: what do people do?`}
        limit={160}
        left={left}
        value={area(draft.summary)}
        onChange={({ target }) => change({ summary: target.value })}
      />
      <TextArea
        label={t`Purpose`}
        hint={t`When is it the right one?`}
        limit={600}
        left={left}
        value={area(draft.purpose)}
        onChange={({ target }) => change({ purpose: target.value })}
      />
      <div className={styles.square}>
        <Select
          label={t`Category`}
          value={draft.category}
          options={categories.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={({ target }) => change({ category: target.value })}
        />
        <CountField
          label={t`Minutes`}
          hint={t`The steps add up to ${sum}.`}
          unit={t`min`}
          least={1}
          most={480}
          value={draft.minutes}
          change={(minutes = 1) => change({ minutes })}
        />
        <CountField
          label={t`People, at least`}
          least={1}
          most={500}
          value={people.min}
          change={(min = 1) => change({ people: { min, max: Math.max(min, people.max) } })}
        />
        <CountField
          label={t`People, at most`}
          least={1}
          most={500}
          value={people.max}
          change={(max = 1) => change({ people: { max, min: Math.min(max, people.min) } })}
        />
      </div>
      <Hues hues={draft.hues} change={(hues) => change({ hues })} />
      <Keywords
        keywords={draft.keywords.en}
        change={(words) => change({ keywords: { en: words, de: words } })}
      />
    </section>
  );
}

function Hues({ hues, change }: { hues: readonly string[]; change: (hues: string[]) => void }) {
  const names = useHueNames();
  return (
    <fieldset className={styles.hues}>
      <legend className={styles.legend}>
        <Trans>Colours of its picture</Trans>
      </legend>
      {HUES.map((hue) => {
        const isChosen = hues.includes(hue);
        return (
          <label key={hue} className={styles.hue} style={hueStyle(hue)} title={names[hue]}>
            <input
              type="checkbox"
              className="visually-hidden"
              checked={isChosen}
              // One stays, and a picture has room for so many.
              disabled={isChosen ? hues.length === 1 : hues.length >= MOST_HUES}
              onChange={() =>
                change(isChosen ? hues.filter((each) => each !== hue) : [...hues, hue])
              }
            />
            <span className="visually-hidden">{names[hue]}</span>
          </label>
        );
      })}
    </fieldset>
  );
}

interface KeywordsProps {
  keywords: readonly string[];
  change: (keywords: string[]) => void;
}

/** Typed as a list with commas; what is typed stays as it is, commas and all. */
function Keywords({ keywords, change }: KeywordsProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(keywords.join(', '));
  return (
    <TextField
      label={t`Search words`}
      optional={t`optional`}
      hint={t`Other words that people may look for, with commas between them.`}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        const words = target.value.split(',').map((word) => word.trim());
        change(words.filter((word) => word !== ''));
      }}
    />
  );
}
