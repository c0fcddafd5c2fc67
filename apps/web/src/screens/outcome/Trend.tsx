import { Trans, useLingui } from '@lingui/react/macro';
import { dateIn, Table } from '@rondo/design';
import { averageOf, recommendationScore, type Counts } from '@rondo/meeting';
import type { ScaleWords } from '@rondo/phases/parts';
import { use } from 'react';
import { Sparkline } from './Sparkline.tsx';
import { Trends } from './trends.ts';
import styles from './Trend.module.css';

interface Props {
  statement: string;
  counts: Counts | null;
  scale: ScaleWords;
}

/** How the same team answered the same statement before: a line for the eye, a table for whoever wants numbers. */
export function Trend({ statement, counts, scale }: Props) {
  const { t, i18n } = useLingui();
  const runs = use(Trends).get(statement) ?? [];
  const before = runs.some((run) => run.counts !== null);
  if (!before) return null;
  const isScore = scale.score === 'enps';
  const figure = (of: Counts | null): number | null =>
    of === null ? null : isScore ? recommendationScore(of) : averageOf(of, scale.from);
  const format = new Intl.NumberFormat(
    i18n.locale,
    isScore
      ? { signDisplay: 'exceptZero' }
      : { minimumFractionDigits: 1, maximumFractionDigits: 1 },
  );
  const said = (value: number | null): string => (value === null ? '–' : format.format(value));
  const all = [
    ...runs.map((run) => ({
      id: run.at,
      when: dateIn(i18n.locale, new Date(run.at), { dateStyle: 'medium' }),
      value: figure(run.counts),
      answers: run.counts === null ? null : run.answers,
    })),
    {
      id: 'now',
      when: t`This time`,
      value: figure(counts),
      answers: counts === null ? null : counts.reduce((sum, count) => sum + count, 0),
    },
  ];
  const points = counts?.length ?? runs.find((run) => run.counts)?.counts?.length ?? 2;
  const shown = all.flatMap(({ value }) => (value === null ? [] : [value]));
  const [first] = shown;
  const last = shown.at(-1);
  return (
    <details className={styles.trend}>
      <summary className={styles.summary}>
        <Sparkline
          values={all.map(({ value }) => value)}
          least={isScore ? -100 : scale.from}
          most={isScore ? 100 : scale.from + points - 1}
        />
        <span>
          <Trans>
            Over time: from {said(first ?? null)} to {said(last ?? null)}
          </Trans>
        </span>
      </summary>
      <Table
        caption={t`Earlier runs`}
        hideCaption
        columns={[
          { key: 'when', label: t`When` },
          { key: 'value', label: isScore ? t`Score` : t`Average`, align: 'end' },
          { key: 'answers', label: t`Answers`, align: 'end' },
        ]}
        rows={all.map(({ id, when, value, answers }) => ({
          id,
          cells: { when, value: said(value), answers: answers ?? t`too few` },
        }))}
      />
    </details>
  );
}
