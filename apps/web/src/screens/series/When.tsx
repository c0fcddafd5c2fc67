import { Trans, useLingui } from '@lingui/react/macro';
import { dateIn } from '@rondo/design';
import styles from './Series.module.css';

/** Where this browser is. */
export const hereZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `America/New_York` as people write it. */
export const zoneWords = (zone: string): string => zone.replaceAll('_', ' ');

const isThisYear = (moment: Date): boolean => moment.getFullYear() === new Date().getFullYear();

interface Props {
  /** ISO 8601. */
  at: string;
  /** The zone in which it was planned; said where the clock there shows another time than here. */
  zone: string | null;
}

/** A planned moment, in the time of whoever looks. */
export function When({ at, zone }: Props) {
  const { i18n } = useLingui();
  const moment = new Date(at);
  const time = (timeZone?: string): string =>
    dateIn(i18n.locale, moment, {
      timeStyle: 'short',
      ...(timeZone !== undefined && { timeZone }),
    });
  const [here, there] = [time(), zone === null ? null : time(zone)];
  const day = dateIn(i18n.locale, moment, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(!isThisYear(moment) && { year: 'numeric' }),
  });
  return (
    <time dateTime={at} className={styles.when}>
      <span className={styles.day}>{day}</span> <span className={styles.time}>{here}</span>
      {zone !== null && there !== here && (
        <span className={styles.there}>
          <Trans>
            {there} in {zoneWords(zone)}
          </Trans>
        </span>
      )}
    </time>
  );
}
