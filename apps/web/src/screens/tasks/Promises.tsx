import { Trans, useLingui } from '@lingui/react/macro';
import { dateIn, hueStyle, Select, Table } from '@rondo/design';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { PromiseBars } from './PromiseBars.tsx';
import page from '../Page.module.css';
import styles from './Promises.module.css';

/** How many of its promises a team keeps, and whether they help: bars for the eye, a table for whoever wants numbers. */
export function Promises({ team }: { team: string }) {
  const { t, i18n } = useLingui();
  const [by, setBy] = useState<'week' | 'month'>('week');
  const told = useQuery({
    ...api.tasks.promises.queryOptions({ input: { team, by } }),
    placeholderData: keepPreviousData,
  });
  if (!told.data || (told.data.whole.promised === 0 && by === 'week')) return null;
  const { periods, whole } = told.data;
  const percent = new Intl.NumberFormat(i18n.locale, { style: 'percent' });
  const share = (value: number | null): string => (value === null ? '–' : percent.format(value));
  const nameOf = (from: string): string =>
    dateIn(
      i18n.locale,
      new Date(`${from}T12:00`),
      by === 'week' ? { day: 'numeric', month: 'short' } : { month: 'short', year: 'numeric' },
    );
  return (
    <section className={page.section} aria-labelledby="promises" style={hueStyle('review')}>
      <div className={styles.head}>
        <h2 id="promises" className={page.subtitle}>
          <Trans>How our promises go</Trans>
        </h2>
        <div className={styles.by}>
          <Select
            label={t`By`}
            hideLabel
            value={by}
            onChange={(event) => setBy(event.target.value === 'month' ? 'month' : 'week')}
            options={[
              { value: 'week', label: t`12 weeks` },
              { value: 'month', label: t`12 months` },
            ]}
          />
        </div>
      </div>
      <p className={page.quiet}>
        {whole.kept === null ? (
          <Trans>
            {whole.promised} promised, {whole.done} done. Shares are told from five promises on, so
            that they speak of the team and of nobody in it.
          </Trans>
        ) : (
          <Trans>
            Of {whole.promised} promises {whole.done} are done ({share(whole.kept)}),{' '}
            {whole.dropped} were dropped.
          </Trans>
        )}{' '}
        {whole.helped !== null && (
          <Trans>{share(whole.helped)} of the answers say that it helped.</Trans>
        )}
      </p>
      <PromiseBars periods={periods} nameOf={nameOf} />
      <details>
        <summary className={styles.summary}>
          <Trans>As a table</Trans>
        </summary>
        <Table
          caption={t`Promises by when they were made`}
          hideCaption
          columns={[
            { key: 'from', label: by === 'week' ? t`Week from` : t`Month` },
            { key: 'promised', label: t`Promised`, align: 'end' },
            { key: 'done', label: t`Done`, align: 'end' },
            { key: 'dropped', label: t`Dropped`, align: 'end' },
            { key: 'kept', label: t`Share done`, align: 'end' },
            { key: 'helped', label: t`Helped`, align: 'end' },
          ]}
          rows={periods.map(({ from, promised, done, dropped, kept, helped }) => ({
            id: from,
            cells: {
              from: nameOf(from),
              promised,
              done,
              dropped,
              kept: share(kept),
              helped: share(helped),
            },
          }))}
        />
      </details>
    </section>
  );
}
