import { Trans, useLingui } from '@lingui/react/macro';
import { dateIn } from '@rondo/design';
import { useServerTime } from '@rondo/live/react';
import type { Phase } from '@rondo/meeting';
import { CalendarClock } from 'lucide-react';
import styles from './PhaseStatus.module.css';

/** When a phase opens and closes by itself, in the clock of this place. */
export function WindowNote({ phase: { status, window } }: { phase: Phase }) {
  const { i18n } = useLingui();
  const now = useServerTime(30_000);
  if (!window) return null;
  const { opensAt, closesAt, lateUntil, whenDone } = window;
  const words = (moment: number): string => momentWords(i18n.locale, moment, now);
  const isToCome = status === 'ahead' && opensAt !== null;
  const closes = (status === 'ahead' || status === 'open') && closesAt !== null;
  const isEarly = status === 'open' && whenDone;
  const isLate = status === 'done' && lateUntil !== null && lateUntil > now;
  if (!isToCome && !closes && !isEarly && !isLate) return null;
  return (
    <p className={styles.window}>
      <CalendarClock size={16} aria-hidden />
      <span>
        {isToCome && <Trans>Opens {words(opensAt)}.</Trans>}{' '}
        {closes && <Trans>Open until {words(closesAt)}.</Trans>}{' '}
        {isEarly && <Trans>Closes as soon as everybody is done.</Trans>}
        {isLate && <Trans>Those who are late have until {words(lateUntil)}.</Trans>}
      </span>
    </p>
  );
}

/** `Mon, 23 Nov, 17:00 (in 3 hours)`, in the viewer's own zone. */
function momentWords(locale: string, moment: number, now: number): string {
  const minutes = Math.round((moment - now) / 60_000);
  const [value, unit] =
    Math.abs(minutes) < 90
      ? [minutes, 'minute' as const]
      : Math.abs(minutes) < 36 * 60
        ? [Math.round(minutes / 60), 'hour' as const]
        : [Math.round(minutes / 1_440), 'day' as const];
  const when = dateIn(locale, moment, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  });
  const distance = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(value, unit);
  return `${when} (${distance})`;
}
