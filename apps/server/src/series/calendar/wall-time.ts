/** As calendars write what a clock on the wall shows: `20260327T093000`. */
export const wallTime = (local: Temporal.PlainDateTime): string =>
  local.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');

/** A moment as calendars write it: `20260327T083000Z`. */
export const utcTime = (moment: Date): string =>
  `${moment.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** A moment as the clock of a zone shows it. */
export const wallTimeIn = (moment: Date, zone: string): string =>
  wallTime(
    Temporal.Instant.fromEpochMilliseconds(moment.getTime())
      .toZonedDateTimeISO(zone)
      .toPlainDateTime(),
  );
