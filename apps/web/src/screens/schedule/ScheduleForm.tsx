import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button, buttonClass, Select, TextField } from '@rondo/design';
import { inLanguage } from '@rondo/meeting';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SubmitEvent } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { zoneWords } from '../series/When.tsx';
import { MoreFields } from './MoreFields.tsx';
import { PausesFields } from './PausesFields.tsx';
import { withFirst, type Plan } from './plan.ts';
import { Preview } from './Preview.tsx';
import { RhythmFields } from './RhythmFields.tsx';
import styles from './Schedule.module.css';

interface Props {
  team: string;
  /** Which is changed; absent: it is new. */
  series?: string;
  plan: Plan;
  onChange: (plan: Plan) => void;
  submitLabel: string;
  isBusy: boolean;
  error: unknown;
  onSubmit: () => void;
}

/** What stands in a name for its number and its day. */
const [NUMBER, DATE] = ['{n}', '{date}'];

/** Everything about a series, with its first dates beside it. */
export function ScheduleForm({
  team,
  series,
  plan,
  onChange,
  submitLabel,
  isBusy,
  error,
  onSubmit,
}: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const set = (changes: Partial<Plan>): void => onChange({ ...plan, ...changes });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  const [day = '', time = ''] = plan.first.split('T');
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.fields}>
        <ActivityField plan={plan} onChange={onChange} />
        <div className={styles.pair}>
          <TextField
            label={t`Name`}
            hint={t`Write ${NUMBER} for the number of the meeting, ${DATE} for its day.`}
            required
            maxLength={80}
            value={plan.name}
            onChange={(event) => set({ name: event.target.value })}
          />
          {plan.name.includes('{n}') && (
            <TextField
              label={t`Number of the next one`}
              type="number"
              required
              min={0}
              max={99_999}
              value={plan.number}
              onChange={(event) => set({ number: Number(event.target.value) })}
            />
          )}
        </div>
        <fieldset className={styles.group}>
          <legend className={styles.legend}>
            <Trans>When</Trans>
          </legend>
          <div className={styles.times}>
            <TextField
              label={plan.rhythm === null ? t`Day` : t`First day`}
              type="date"
              required
              value={day}
              onChange={(event) => onChange(withFirst(plan, `${event.target.value}T${time}`))}
            />
            <TextField
              label={t`Begins at`}
              type="time"
              required
              value={time}
              onChange={(event) => set({ first: `${day}T${event.target.value.slice(0, 5)}` })}
            />
            <ZoneField zone={plan.zone} onChange={(zone) => set({ zone })} />
          </div>
          <RhythmFields plan={plan} onChange={onChange} />
        </fieldset>
        {plan.rhythm !== null && (
          <PausesFields pauses={plan.pauses} onChange={(pauses) => set({ pauses })} />
        )}
        <MoreFields team={team} plan={plan} onChange={set} />
      </div>
      <aside className={styles.aside}>
        <Preview team={team} series={series} plan={plan} />
        {error !== null && <Banner tone="danger">{errorWords(error)}</Banner>}
        <Button tone="primary" size="l" type="submit" wide busy={isBusy}>
          {submitLabel}
        </Button>
        {series === undefined ? (
          <Link to="/teams/$team" params={{ team }} className={buttonClass({ tone: 'quiet' })}>
            <Trans>Cancel</Trans>
          </Link>
        ) : (
          <Link
            to="/teams/$team/series/$series"
            params={{ team, series }}
            className={buttonClass({ tone: 'quiet' })}
          >
            <Trans>Cancel</Trans>
          </Link>
        )}
      </aside>
    </form>
  );
}

/** Which activity. A name that was the old one's becomes the new one's. */
function ActivityField({ plan, onChange }: Pick<Props, 'plan' | 'onChange'>) {
  const { t, i18n } = useLingui();
  const library = useQuery({
    ...api.activities.list.queryOptions({ input: {} }),
    staleTime: Infinity,
  });
  const activities = (library.data?.activities ?? [])
    .map(({ id, name }) => ({ value: id, label: inLanguage(name, i18n.locale) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, i18n.locale));
  const isGone = activities.length > 0 && !activities.some(({ value }) => value === plan.activity);
  const nameOf = (id: string): string => activities.find(({ value }) => value === id)?.label ?? id;
  return (
    <Select
      label={t`Activity`}
      value={plan.activity}
      onChange={(event) => {
        const activity = event.target.value;
        const name = plan.name === nameOf(plan.activity) ? nameOf(activity) : plan.name;
        // What was said of the other one's phases does not hold for this one's.
        const { windows: _, ...options } = plan.options;
        onChange({ ...plan, activity, name, without: [], anonymous: null, options });
      }}
      options={
        isGone ? [{ value: plan.activity, label: plan.activity }, ...activities] : activities
      }
    />
  );
}

function ZoneField({ zone, onChange }: { zone: string; onChange: (zone: string) => void }) {
  const { t } = useLingui();
  const zones = [...new Set([zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].toSorted();
  return (
    <Select
      label={t`Time zone`}
      value={zone}
      onChange={(event) => onChange(event.target.value)}
      options={zones.map((value) => ({ value, label: zoneWords(value) }))}
    />
  );
}
