import { nameOfAll } from '../name.ts';
import { nextOccurrences, pausedOccurrences, type Times } from '../occurrences.ts';
import { asFile, escapeText } from './lines.ts';
import { timeZoneLines } from './time-zone.ts';
import { utcTime, wallTime, wallTimeIn } from './wall-time.ts';

export interface Entry {
  id: string;
  name: string;
  team: string;
  activity: string;
  minutes: number;
  /** The series' own link. */
  url: string;
  times: Times;
  changedAt: Date;
  /** From when on nothing takes place any more. */
  stoppedAt: Date | null;
  /** Dates that were left out, or whose meeting was held earlier. */
  without: readonly Date[];
}

/** The most dates in pauses that are told one by one. */
const MOST_PAUSED = 750;

/** Planned meetings as an iCalendar file (RFC 5545), for any calendar to subscribe to. */
export function calendarFile(name: string, entries: readonly Entry[], now: Date): string {
  const shown = entries.flatMap((entry) => eventLines(entry));
  const zones = Map.groupBy(entries, ({ times }) => times.zone);
  return asFile([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rondo//Planned meetings//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...[...zones].flatMap(([zone, of]) =>
      timeZoneLines(zone, earliest(of.map(({ times }) => startOf(times))), now),
    ),
    ...shown,
    'END:VCALENDAR',
  ]);
}

function eventLines(entry: Entry): string[] {
  const { times, stoppedAt } = entry;
  const start = startOf(times);
  if (stoppedAt !== null && stoppedAt < start) return [];
  const { zone } = times;
  const without = [...entry.without, ...pausedOccurrences(times, MOST_PAUSED)];
  // What takes place once is left out by not being told.
  if (times.rrule === null && without.length > 0) return [];
  return [
    'BEGIN:VEVENT',
    `UID:${entry.id}@rondo`,
    `DTSTAMP:${utcTime(entry.changedAt)}`,
    `DTSTART;TZID=${zone}:${wallTime(Temporal.PlainDateTime.from(times.first))}`,
    `DURATION:PT${entry.minutes}M`,
    ...(times.rrule === null ? [] : [`RRULE:${times.rrule}${untilOf(entry)}`]),
    ...without
      .toSorted((a, b) => a.getTime() - b.getTime())
      .map((at) => `EXDATE;TZID=${zone}:${wallTimeIn(at, zone)}`),
    `SUMMARY:${escapeText(nameOfAll(entry.name))}`,
    `DESCRIPTION:${escapeText(`${entry.activity}, ${entry.team}\n${entry.url}`)}`,
    `LOCATION:${escapeText(entry.url)}`,
    `URL:${entry.url}`,
    'END:VEVENT',
  ];
}

/** The last day, or the moment since when nothing takes place, as part of the rule; always in UTC. */
function untilOf({ times: { until, zone }, stoppedAt }: Entry): string {
  const lastDay =
    until === null
      ? []
      : [
          new Date(
            Temporal.PlainDate.from(until)
              .add({ days: 1 })
              .toZonedDateTime(zone)
              .subtract({ seconds: 1 }).epochMilliseconds,
          ),
        ];
  const ends = stoppedAt === null ? lastDay : [...lastDay, stoppedAt];
  return ends.length === 0 ? '' : `;UNTIL=${utcTime(earliest(ends))}`;
}

const earliest = (dates: readonly Date[]): Date =>
  new Date(Math.min(...dates.map((date) => date.getTime())));

/** The first date, which also stands when it lies in a pause. */
const startOf = (times: Times): Date =>
  nextOccurrences(
    { ...times, rrule: null, until: null, pauses: [] },
    {
      from: new Date(0),
      most: 1,
    },
  )[0] ?? new Date(0);
