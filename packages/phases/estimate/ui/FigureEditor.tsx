import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, Select, Switch } from '@rondo/design';
import { useWords, WordsField } from '../../parts/index.ts';
import type { EstimateSettings, Figure } from '../domain/index.ts';
import styles from './Settings.module.css';

interface Props {
  settings: EstimateSettings;
  change: (settings: EstimateSettings) => void;
}

/** The figure that ranks the stories in the outcome: some scores added or multiplied, divided by another. */
export function FigureEditor({ settings, change }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const { figure, ...rest } = settings;
  const { dimensions } = settings;
  const put = (next: Figure): void => change({ ...rest, figure: next });
  return (
    <>
      <Switch
        label={t`Rank the stories by a figure`}
        hint={t`It is worked out of the scores, and the outcome begins with the highest.`}
        checked={figure !== undefined}
        onChange={(on) => {
          const [first] = dimensions;
          if (!on || !first) change(rest);
          else put({ name: t`Rank`, way: 'sum', of: [first.id] });
        }}
      />
      {figure && (
        <fieldset className={styles.set}>
          <legend className={styles.legend}>
            <Trans>The figure</Trans>
          </legend>
          <WordsField
            label={t`What it is called`}
            limit={60}
            value={figure.name}
            change={(name = '') => put({ ...figure, name })}
          />
          <Select
            label={t`How it is worked out`}
            value={figure.way}
            onChange={({ target }) =>
              put({ ...figure, way: target.value === 'product' ? 'product' : 'sum' })
            }
          >
            <option value="sum">{t`These scores added up`}</option>
            <option value="product">{t`These scores multiplied`}</option>
          </Select>
          <ul className={styles.choices}>
            {dimensions.map(({ id, name }) => {
              const isCounted = figure.of.includes(id);
              return (
                <li key={id}>
                  <Checkbox
                    label={words(name)}
                    checked={isCounted}
                    disabled={isCounted && figure.of.length === 1}
                    onChange={({ target }) =>
                      put({
                        ...figure,
                        of: target.checked
                          ? [...figure.of, id]
                          : figure.of.filter((each) => each !== id),
                      })
                    }
                  />
                </li>
              );
            })}
          </ul>
          <Select
            label={t`Divided by`}
            value={figure.per ?? ''}
            onChange={({ target }) => {
              const { per: _, ...plain } = figure;
              put(target.value === '' ? plain : { ...plain, per: target.value });
            }}
          >
            <option value="">{t`Nothing`}</option>
            {dimensions.map(({ id, name }) => (
              <option key={id} value={id}>
                {words(name)}
              </option>
            ))}
          </Select>
        </fieldset>
      )}
    </>
  );
}
