import { Trans, useLingui } from '@lingui/react/macro';
import { dateIn, usePhone } from '@rondo/design';
import { useState } from 'react';
import { fullness, hourOf, type Hour, type Week } from './week.ts';
import styles from './WeekTable.module.css';

interface Props {
  week: Week;
  /** Of the time it is shown in, in minutes east of UTC. */
  offset: number;
}

/** People of every hour of the week: numbers for whoever reads, colours for the eye. On a phone, days stand side by side. */
export function WeekTable({ week: { days, minute, busiest }, offset }: Props) {
  const { t, i18n } = useLingui();
  const isPhone = usePhone();
  const most = busiest?.usual ?? 0;
  const [opened] = useState(() => new Date());
  const now = hourOf(opened, offset);
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const dayWords = (weekday: number, length: 'short' | 'long'): string =>
    dateIn(i18n.locale, new Date(Date.UTC(2024, 0, weekday)), { weekday: length, timeZone: 'UTC' });
  const hourWords = (hour: number): string =>
    minute === 0 ? String(hour) : `${hour}:${String(minute).padStart(2, '0')}`;
  const cell = (slot: Hour | undefined) =>
    slot && (
      <Cell
        key={slot.weekday * 24 + slot.hour}
        slot={slot}
        most={most}
        isNow={slot.weekday === now.weekday && slot.hour === now.hour}
      />
    );
  const day = (weekday: number, scope: 'row' | 'col') => (
    <th key={weekday} scope={scope} className={styles.day}>
      <abbr title={dayWords(weekday, 'long')}>{dayWords(weekday, 'short')}</abbr>
    </th>
  );
  const corner = (
    <th scope="col" className={styles.corner}>
      <Trans>Hour</Trans>
    </th>
  );
  const zone = new Intl.DateTimeFormat(i18n.locale).resolvedOptions().timeZone;
  return (
    <>
      <div
        className={styles.scroller}
        role="region"
        aria-label={t`People by weekday and hour`}
        // Wider than the window, it is scrolled by keys too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <table className={styles.table}>
          <caption className="visually-hidden">
            <Trans>
              How many people are usually here at the same moment, by weekday and by the hour that
              begins then, in the time of {zone}
            </Trans>
          </caption>
          {isPhone ? (
            <>
              <thead>
                <tr>
                  {corner}
                  {days.map((_, index) => day(index + 1, 'col'))}
                </tr>
              </thead>
              <tbody>
                {hours.map((hour) => (
                  <tr key={hour}>
                    <th scope="row" className={styles.hour}>
                      {hourWords(hour)}
                    </th>
                    {days.map((slots) => cell(slots[hour]))}
                  </tr>
                ))}
              </tbody>
            </>
          ) : (
            <>
              <thead>
                <tr>
                  {corner}
                  {hours.map((hour) => (
                    <th key={hour} scope="col" className={styles.hour}>
                      {hourWords(hour)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {days.map((slots, index) => (
                  <tr key={slots[0]?.weekday}>
                    {day(index + 1, 'row')}
                    {slots.map(cell)}
                  </tr>
                ))}
              </tbody>
            </>
          )}
        </table>
      </div>
      <p className={styles.legend}>
        <span>
          <Trans>Your time: {zone}</Trans>
        </span>
        {most > 0 && (
          <span className={styles.scale} aria-hidden="true">
            0
            {[0, 1, 2, 3, 4, 5].map((level) => (
              <span key={level} className={styles.swatch} data-level={level} />
            ))}
            {most}
          </span>
        )}
        <span>
          <Trans>– not counted yet</Trans>
        </span>
        <span>
          <span className={styles.nowSign} aria-hidden="true" /> <Trans>now</Trans>
        </span>
      </p>
    </>
  );
}

function Cell({ slot, most, isNow }: { slot: Hour; most: number; isNow: boolean }) {
  const { t } = useLingui();
  const { usual, highest } = slot;
  return (
    <td
      className={styles.cell}
      data-level={usual === null ? undefined : fullness(usual, most)}
      aria-current={isNow ? 'time' : undefined}
      title={highest === null ? undefined : t`At most in eight weeks: ${highest}`}
    >
      {usual ?? '–'}
    </td>
  );
}
