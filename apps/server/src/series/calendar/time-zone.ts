import { wallTime } from './wall-time.ts';

/** How many years ahead the changes of a clock are told; calendars ask again long before. */
const YEARS_AHEAD = 6;

interface Change {
  local: string;
  from: string;
  to: string;
  isSummer: boolean;
}

/**
 * A time zone as calendars want it (RFC 5545 section 3.6.5): every change of its clock from the year
 * before `since` on. Taken from the data that Node.js brings, so it is right without any network.
 */
export function timeZoneLines(zone: string, since: Date, now: Date): string[] {
  const start = Temporal.Instant.fromEpochMilliseconds(since.getTime())
    .toZonedDateTimeISO(zone)
    .subtract({ years: 1 });
  const changes = changesOf(start, now.getUTCFullYear() + YEARS_AHEAD);
  const kinds = Map.groupBy(changes, ({ from, to, isSummer }) => `${from}${to}${isSummer}`);
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...[...kinds.values()].flatMap(observance),
    'END:VTIMEZONE',
  ];
}

function changesOf(start: Temporal.ZonedDateTime, lastYear: number): Change[] {
  const offset = offsetOf(start);
  const changes = [
    { local: wallTime(start.toPlainDateTime()), from: offset, to: offset, isSummer: false },
  ];
  let at = start.getTimeZoneTransition('next');
  while (at !== null && at.year <= lastYear) {
    const before = at.subtract({ nanoseconds: 1 });
    // As the clock showed it just before it was changed.
    const local = at.toPlainDateTime().add({
      nanoseconds: before.offsetNanoseconds - at.offsetNanoseconds,
    });
    changes.push({
      local: wallTime(local),
      from: offsetOf(before),
      to: offsetOf(at),
      isSummer: at.offsetNanoseconds > before.offsetNanoseconds,
    });
    at = at.getTimeZoneTransition('next');
  }
  return changes;
}

/** Changes of the same kind: the first, and when it happened again. */
function observance([first, ...again]: Change[]): string[] {
  if (!first) return [];
  const kind = first.isSummer ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${first.local}`,
    ...again.map(({ local }) => `RDATE:${local}`),
    `TZOFFSETFROM:${first.from}`,
    `TZOFFSETTO:${first.to}`,
    `END:${kind}`,
  ];
}

/** Such as `+0530`; zones of today have no seconds. */
const offsetOf = ({ offset }: Temporal.ZonedDateTime): string => offset.replaceAll(':', '');
