import type { Pause } from '@rondo/contract';
import { RRuleTemporal } from 'rrule-temporal';

/** When a series takes place. All of it as clocks and calendars on the wall of `zone` show it. */
export interface Times {
  /** The first date and time, or one before the first that the rule has: `2026-03-27T09:30`. */
  first: string;
  zone: string;
  /** Null: once, at `first`. */
  rrule: string | null;
  /** The last day. */
  until: string | null;
  pauses: readonly Pause[];
}

interface Wanted {
  /** None before this moment. */
  from: Date;
  /** How many at most. */
  most: number;
  /** Moments that are dealt with already, ms. */
  except?: ReadonlySet<number>;
}

/** So many dates in a row may fall into pauses; beyond, a series counts as over. */
const LONGEST_SEARCH = 1_000;

/** The next moments at which a series takes place, in order. */
export function nextOccurrences(times: Times, { from, most, except }: Wanted): Date[] {
  const found: Date[] = [];
  let looked = 0;
  for (const local of localDates(times, from)) {
    looked += 1;
    if (found.length >= most || looked > LONGEST_SEARCH) break;
    const day = local.toPlainDate().toString();
    if (times.until !== null && day > times.until) break;
    if (isPaused(day, times.pauses)) continue;
    const at = momentOf(local, times.zone);
    if (at < from || except?.has(at.getTime()) === true) continue;
    found.push(at);
  }
  return found;
}

/** The moments that a calendar would show by the rule alone, but that fall into a pause. */
export function pausedOccurrences(times: Times, most: number): Date[] {
  const last = times.pauses.reduce((latest, { to }) => (to > latest ? to : latest), '');
  const found: Date[] = [];
  for (const local of localDates(times, new Date(0))) {
    const day = local.toPlainDate().toString();
    if (day > last || found.length >= most) break;
    if (isPaused(day, times.pauses)) found.push(momentOf(local, times.zone));
  }
  return found;
}

const isPaused = (day: string, pauses: readonly Pause[]): boolean =>
  pauses.some(({ from, to }) => from <= day && day <= to);

/**
 * A time that the clock jumps over in spring is taken as long after midnight as it says, so 02:30
 * becomes 03:30; of one that comes twice in autumn, the first.
 */
const momentOf = (local: Temporal.PlainDateTime, zone: string): Date =>
  new Date(local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);

/**
 * The rule's dates as a clock on the wall shows them. Reckoned in UTC, where no hour is missing: RFC
 * 5545 lets a rule leave out a date whose time the clock jumps over, but people come to their meeting.
 */
function* localDates({ first, zone, rrule }: Times, from: Date): Generator<Temporal.PlainDateTime> {
  const start = Temporal.PlainDateTime.from(first);
  if (rrule === null) {
    yield start;
    return;
  }
  const dtstart = start.toZonedDateTime('UTC');
  const rule = new RRuleTemporal({ rruleString: rrule, dtstart, temporal: Temporal });
  // A day earlier than asked: the caller compares moments, this one days.
  const there = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone);
  let after = new Date(
    there.toPlainDateTime().subtract({ days: 1 }).toZonedDateTime('UTC').epochMilliseconds,
  );
  for (;;) {
    const next = rule.next(after, false);
    if (next === null) return;
    yield next.toPlainDateTime();
    after = new Date(next.epochMilliseconds);
  }
}
