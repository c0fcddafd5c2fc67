import { Trans, useLingui } from '@lingui/react/macro';
import type { Figures } from '@rondo/contract';
import { Table } from '@rondo/design';
import { useCategories } from '../library/useCategories.ts';
import { figureWords } from './weekWords.ts';
import styles from './Metrics.module.css';

/** Which kinds of meetings are held how often. */
export function TypesTable({ types }: Pick<Figures, 'types'>) {
  const { t, i18n } = useLingui();
  const categories = useCategories();
  const sum = (values: readonly (number | null)[]): number =>
    values.reduce<number>((all, value) => all + (value ?? 0), 0);
  const all = Math.max(1, sum(types.map(({ values }) => sum(values))));
  const figure = (value: number | null | undefined) => figureWords(i18n.locale, value);
  return (
    <section className={styles.wide} aria-labelledby="types">
      <h2 id="types" className={styles.name}>
        <Trans>Meetings by type</Trans>
      </h2>
      <p className={styles.hint}>
        <Trans>By the shelf of the library that their activity stands on.</Trans>
      </p>
      <Table
        caption={t`Meetings by type`}
        hideCaption
        columns={[
          { key: 'type', label: t`Type` },
          { key: 'week', label: t`This week`, align: 'end' },
          { key: 'last', label: t`Last week`, align: 'end' },
          { key: 'year', label: t`53 weeks`, align: 'end' },
          { key: 'share', label: t`Share`, align: 'end' },
        ]}
        rows={types.map(({ category, values }) => ({
          id: category,
          cells: {
            type: categories.find(({ id }) => id === category)?.name ?? category,
            week: figure(values.at(-1)),
            last: figure(values.at(-2)),
            year: figure(sum(values)),
            share: (
              <span className={styles.share}>
                <span
                  className={styles.bar}
                  aria-hidden="true"
                  style={{ inlineSize: `${(100 * sum(values)) / all}%` }}
                />
                {new Intl.NumberFormat(i18n.locale, {
                  style: 'percent',
                  maximumFractionDigits: 0,
                }).format(sum(values) / all)}
              </span>
            ),
          },
        }))}
        empty={t`No meeting yet with two people and a contribution.`}
      />
    </section>
  );
}
