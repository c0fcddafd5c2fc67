import { useLingui } from '@lingui/react/macro';
import { Select, TextField } from '@rondo/design';
import { weekdayWord } from '../series/useRhythmWords.ts';
import {
  isWholeDay,
  kindOf,
  placeInMonth,
  rhythmOf,
  weekdayOf,
  type Kind,
  type Plan,
} from './plan.ts';
import styles from './Schedule.module.css';

interface Props {
  plan: Plan;
  onChange: (plan: Plan) => void;
}

/** How it comes back. What is offered by the month follows from the first day. */
export function RhythmFields({ plan, onChange }: Props) {
  const { t, i18n } = useLingui();
  const { rhythm, first, until } = plan;
  const kind = kindOf(rhythm);
  const { day, isLastDay, nth, isLastOfWeekday } = placeInMonth(first);
  const weekday = weekdayWord(i18n.locale, weekdayOf(first));
  const isWhole = isWholeDay(first);
  const nths = [t`first`, t`second`, t`third`, t`fourth`];
  const which = nths[(nth ?? 1) - 1];
  const offered: { value: Kind; label: string; isOffered: boolean }[] = [
    { value: 'once', label: t`Not at all, it takes place once`, isOffered: true },
    { value: 'week', label: t`By the week`, isOffered: true },
    { value: 'month', label: t`By the month, on day ${day}`, isOffered: isWhole },
    { value: 'last-day', label: t`By the month, on the last day`, isOffered: isLastDay },
    {
      value: 'nth',
      label: t`By the month, on the ${which} ${weekday}`,
      isOffered: isWhole && nth !== null,
    },
    {
      value: 'last-weekday',
      label: t`By the month, on the last ${weekday}`,
      isOffered: isLastOfWeekday,
    },
  ];
  return (
    <div className={styles.rhythm}>
      <Select
        label={t`Comes back`}
        value={kind}
        onChange={(event) => {
          const chosen = offered.find(({ value }) => value === event.target.value)?.value ?? 'once';
          onChange({ ...plan, rhythm: rhythmOf(chosen, first, rhythm?.interval ?? 1) });
        }}
        options={offered.filter(({ value, isOffered }) => isOffered || value === kind)}
      />
      {rhythm !== null && (
        <TextField
          label={rhythm.every === 'week' ? t`Every how many weeks` : t`Every how many months`}
          type="number"
          required
          min={1}
          max={rhythm.every === 'week' ? 52 : 12}
          value={rhythm.interval}
          onChange={(event) =>
            onChange({ ...plan, rhythm: { ...rhythm, interval: Number(event.target.value) } })
          }
        />
      )}
      {rhythm !== null && (
        <TextField
          label={t`Last day`}
          optional={t`optional`}
          type="date"
          min={first.slice(0, 10)}
          value={until ?? ''}
          onChange={(event) => onChange({ ...plan, until: event.target.value || null })}
        />
      )}
      {rhythm?.every === 'week' && (
        <Weekdays
          on={rhythm.on}
          onChange={(on) => onChange({ ...plan, rhythm: { ...rhythm, on } })}
        />
      )}
    </div>
  );
}

function Weekdays({ on, onChange }: { on: readonly number[]; onChange: (on: number[]) => void }) {
  const { t, i18n } = useLingui();
  return (
    <fieldset className={styles.weekdays}>
      <legend className={styles.label}>{t`On`}</legend>
      {[1, 2, 3, 4, 5, 6, 7].map((day) => (
        <label key={day} className={styles.weekday}>
          <input
            type="checkbox"
            className={styles.check}
            checked={on.includes(day)}
            // One day has to stay.
            disabled={on.length === 1 && on.includes(day)}
            aria-label={weekdayWord(i18n.locale, day)}
            onChange={(event) =>
              onChange(
                event.target.checked
                  ? [...on, day].toSorted((a, b) => a - b)
                  : on.filter((each) => each !== day),
              )
            }
          />
          <span aria-hidden>{weekdayWord(i18n.locale, day, 'short')}</span>
        </label>
      ))}
    </fieldset>
  );
}
