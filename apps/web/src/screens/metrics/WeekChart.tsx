import { Trans, useLingui } from '@lingui/react/macro';
import type { Figures, MetricSeries } from '@rondo/contract';
import { hueStyle, type Hue } from '@rondo/design';
import { useId, useState } from 'react';
import { linesOf, topOf } from './scale.ts';
import { changeWords, figureWords, weekWords } from './weekWords.ts';
import styles from './WeekChart.module.css';

interface Props {
  name: string;
  weeks: Figures['weeks'];
  series: Pick<MetricSeries, 'values' | 'changes' | 'medians'>;
  shape: 'line' | 'bars';
  hue: Hue;
}

const WIDTH = 530;
const HEIGHT = 100;

/** A year of weeks to look at. With the slider below, each week is read by keys, by touch and aloud. */
export function WeekChart({ name, weeks, series, shape, hue }: Props) {
  const { t, i18n } = useLingui();
  const id = useId();
  const last = weeks.length - 1;
  const { values, changes, medians } = series;
  // The last week that is over; the one that runs is compared with nothing, but all there is at first.
  const [chosen, setChosen] = useState(values[last - 1] === null ? last : Math.max(0, last - 1));
  const top = topOf(values);
  const locale = i18n.locale;
  const figure = (value: number | null | undefined) => figureWords(locale, value);
  const day = (index: number) => weekWords(locale, weeks[index]?.monday ?? '');
  const column = WIDTH / weeks.length;
  const middle = (index: number) => (index + 0.5) * column;
  const height = (value: number) => HEIGHT * (1 - value / top);
  const place = (index: number, value: number) => `${middle(index)},${height(value)}`;
  const value = values[chosen] ?? null;
  const counted = values.filter((each) => each !== null);
  const summary = t`Weeks up to that of ${day(last)}: ${figure(counted.length)}, from ${figure(Math.min(...counted))} to ${figure(Math.max(...counted))}`;
  const week = weeks[chosen]?.name ?? '';
  const said =
    value === null
      ? t`Week of ${day(chosen)}: not counted yet`
      : chosen === last
        ? t`Week of ${day(chosen)}: ${figure(value)} so far`
        : t`Week of ${day(chosen)}: ${figure(value)}, against the week before ${changeWords(locale, changes[chosen])}, median of four weeks ${figure(medians[chosen])}`;
  return (
    <div className={styles.chart} style={hueStyle(hue)}>
      <div className={styles.picture}>
        <span className={styles.top} aria-hidden="true">
          {figure(top)}
        </span>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-labelledby={`${id}-title ${id}-desc`}
        >
          <title id={`${id}-title`}>{name}</title>
          <desc id={`${id}-desc`}>{summary}</desc>
          <line className={styles.rule} x1="0" x2={WIDTH} y1="0" y2="0" />
          <line className={styles.rule} x1="0" x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
          <line className={styles.ground} x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
          <rect
            className={styles.chosen}
            x={chosen * column}
            y="0"
            width={column}
            height={HEIGHT}
          />
          {shape === 'bars' &&
            values.map((each, index) => (
              <rect
                key={weeks[index]?.monday}
                className={index === last ? styles.part : styles.bar}
                x={index * column + 1.5}
                width={column - 3}
                y={height(each ?? 0)}
                height={HEIGHT - height(each ?? 0)}
              />
            ))}
          {shape === 'line' &&
            linesOf(values.slice(0, -1), place).map((points) => (
              <polyline key={points} className={styles.line} points={points} />
            ))}
          {shape === 'line' && (
            <polyline
              className={styles.partLine}
              points={linesOf(values.slice(-2), (at, each) => place(last - 1 + at, each)).at(-1)}
            />
          )}
          {linesOf(medians, place).map((points) => (
            <polyline key={points} className={styles.median} points={points} />
          ))}
        </svg>
        {value !== null && (
          <span
            className={styles.dot}
            aria-hidden="true"
            style={{
              insetInlineStart: `${(100 * middle(chosen)) / WIDTH}%`,
              insetBlockStart: `${(100 * height(value)) / HEIGHT}%`,
            }}
          />
        )}
      </div>
      <input
        className={styles.slider}
        type="range"
        min={0}
        max={last}
        value={chosen}
        aria-label={t`${name}, week by week`}
        aria-valuetext={said}
        onChange={({ target }) => setChosen(target.valueAsNumber)}
      />
      <p className={styles.said} aria-hidden="true">
        <span className={styles.week}>{week}</span> {said}
      </p>
      {medians.some((median) => median !== null) && (
        <p className={styles.legend} aria-hidden="true">
          <span className={styles.medianSign} /> <Trans>median of four weeks</Trans>
        </p>
      )}
    </div>
  );
}
