import { Trans, useLingui } from '@lingui/react/macro';
import type { ReportChannel } from '@rondo/contract';
import { Banner, Button, Checkbox, TextField, toast } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { FIGURE_ORDER, useFigureNames } from './useFigureNames.ts';
import page from '../Page.module.css';
import styles from './Reports.module.css';

interface Props {
  team: string;
  channel: ReportChannel;
  name: string;
}

/** What leads decide about all reports of the team. */
export function ChannelSettings({ team, channel, name }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queries = useQueryClient();
  const figureNames = useFigureNames();
  const [title, setTitle] = useState(channel.title ?? '');
  const [number, setNumber] = useState(String(channel.nextNumber));
  const [figures, setFigures] = useState(channel.figures);
  const change = useMutation(
    api.reports.change.mutationOptions({
      onSuccess: () => {
        toast({ text: t`Saved`, tone: 'ok' });
        return queries.invalidateQueries({ queryKey: api.reports.list.key() });
      },
    }),
  );
  const next = Number.parseInt(number, 10);
  const isLow = Number.isNaN(next) || next < channel.nextNumber;
  return (
    <section className={page.section} aria-labelledby="reports-settings">
      <h2 id="reports-settings" className={page.subtitle}>
        <Trans>For all reports</Trans>
      </h2>
      <form
        className={page.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isLow) return;
          change.mutate({
            team,
            title: title.trim() === '' ? null : title,
            nextNumber: next,
            figures,
          });
        }}
      >
        <TextField
          label={t`What they are called`}
          hint={t`Left empty: ${name}`}
          maxLength={80}
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
        <TextField
          type="number"
          inputMode="numeric"
          min={channel.nextNumber}
          max={99_999}
          label={t`Number of the next report`}
          hint={t`If you come from elsewhere, go on from there. Numbers only go up.`}
          error={isLow ? t`${channel.nextNumber} or more: lower ones were given.` : undefined}
          value={number}
          onChange={({ target }) => setNumber(target.value)}
        />
        <fieldset className={styles.figures}>
          <legend>
            <Trans>Figures that new drafts show</Trans>
          </legend>
          {FIGURE_ORDER.map((figure) => (
            <Checkbox
              key={figure}
              label={figureNames[figure]}
              checked={figures.includes(figure)}
              onChange={({ target }) =>
                setFigures(
                  FIGURE_ORDER.filter((each) =>
                    each === figure ? target.checked : figures.includes(each),
                  ),
                )
              }
            />
          ))}
        </fieldset>
        {change.isError && <Banner tone="danger">{errorWords(change.error)}</Banner>}
        <Button type="submit" busy={change.isPending} disabled={isLow}>
          <Trans>Save</Trans>
        </Button>
      </form>
    </section>
  );
}
