import { useLingui } from '@lingui/react/macro';
import { Checkbox, RadioCards, TextField } from '@rondo/design';
import { EntryList, useWords } from '../../parts/index.ts';
import { LONGEST_ITEM, MOST_ITEMS, type RankSettings } from '../domain/index.ts';
import { AxisFields } from './AxisFields.tsx';
import styles from './Settings.module.css';

interface Props {
  settings: RankSettings;
  change: (settings: RankSettings) => void;
}

type Way = 'order' | 'axes';

const IMPACT_AND_EFFORT: RankSettings['axes'] = {
  x: {
    label: { en: 'Effort', de: 'Aufwand' },
    low: { en: 'low', de: 'niedrig' },
    high: { en: 'high', de: 'hoch' },
    better: 'low',
  },
  y: {
    label: { en: 'Impact', de: 'Wirkung' },
    low: { en: 'low', de: 'niedrig' },
    high: { en: 'high', de: 'hoch' },
    better: 'high',
  },
};

/** What somebody who composes an activity decides about a ranking. */
export default function Settings({ settings, change }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const { axes: _, ...plain } = settings;
  const { axes } = settings;
  return (
    <div className={styles.form}>
      <TextField
        label={t`Question`}
        maxLength={200}
        value={words(settings.question)}
        onChange={({ target }) => change({ ...settings, question: target.value })}
      />
      <RadioCards<Way>
        label={t`How people rank`}
        value={axes ? 'axes' : 'order'}
        onChange={(way) => change(way === 'axes' ? { ...plain, axes: IMPACT_AND_EFFORT } : plain)}
        columns={2}
        options={[
          { value: 'order', label: t`In an order`, hint: t`Combined by points` },
          { value: 'axes', label: t`On two axes`, hint: t`Such as effort and impact` },
        ]}
      />
      {axes && (
        <>
          <AxisFields
            title={t`From left to right`}
            axis={axes.x}
            change={(x) => change({ ...settings, axes: { ...axes, x } })}
          />
          <AxisFields
            title={t`From bottom to top`}
            axis={axes.y}
            change={(y) => change({ ...settings, axes: { ...axes, y } })}
          />
        </>
      )}
      <EntryList
        title={t`Items`}
        entries={settings.items.map(({ id, title }) => ({ id, text: title }))}
        fresh={(number) => t`Item ${number}`}
        least={0}
        most={MOST_ITEMS}
        longest={LONGEST_ITEM}
        change={(entries) =>
          change({ ...settings, items: entries.map(({ id, text }) => ({ id, title: text })) })
        }
      />
      <Checkbox
        label={t`Topics of earlier phases are items too`}
        checked={settings.topics}
        onChange={({ target }) => change({ ...settings, topics: target.checked })}
      />
      <Checkbox
        label={t`Everybody may add items`}
        checked={settings.open}
        onChange={({ target }) => change({ ...settings, open: target.checked })}
      />
      <Checkbox
        label={t`A later discussion follows this order`}
        hint={t`Where people have voted before, votes come first.`}
        checked={settings.applyToTopics}
        onChange={({ target }) => change({ ...settings, applyToTopics: target.checked })}
      />
    </div>
  );
}
