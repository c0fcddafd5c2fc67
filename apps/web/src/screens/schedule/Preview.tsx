import { Trans } from '@lingui/react/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { api } from '../../api/client.ts';
import { useRhythmWords } from '../series/useRhythmWords.ts';
import { When, zoneWords } from '../series/When.tsx';
import type { Plan } from './plan.ts';
import styles from './Schedule.module.css';

interface Props {
  team: string;
  /** Which it would change; absent: it is new. */
  series: string | undefined;
  plan: Plan;
}

/** What a plan comes to: in words, and its first dates as the server reckons them. */
export function Preview({ team, series, plan }: Props) {
  const rhythmWords = useRhythmWords();
  const { first, zone, rhythm, until, pauses } = useDeferredValue(plan);
  const isWhole =
    /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(first) &&
    (rhythm === null || rhythm.interval >= 1) &&
    pauses.every(({ from, to }) => from !== '' && to !== '');
  const preview = useQuery({
    ...api.series.preview.queryOptions({
      input: { team, first, zone, rhythm, until, pauses, ...(series !== undefined && { series }) },
    }),
    enabled: isWhole,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const dates = preview.data?.dates ?? [];
  return (
    <section className={styles.preview} aria-live="polite">
      {isWhole && (
        <p className={styles.sentence}>
          {rhythmWords({ first, zone, rhythm })}{' '}
          <span className={styles.zone}>{zoneWords(zone)}</span>
        </p>
      )}
      {isWhole && preview.isSuccess && dates.length === 0 && (
        <p className={styles.note}>
          <Trans>All of it lies in the past or in a pause. Choose a later day.</Trans>
        </p>
      )}
      {isWhole && preview.isError && (
        <p className={styles.note}>
          <Trans>These dates do not work. Look at them once more.</Trans>
        </p>
      )}
      {dates.length > 0 && (
        <ol className={styles.dates}>
          {dates.map((at) => (
            <li key={at}>
              <When at={at} zone={zone} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
