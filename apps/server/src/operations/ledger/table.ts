import type { HourOfWeek } from './read.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Connections at the same moment by weekday and hour, UTC, for a terminal; `·` where nothing is known. */
export function ledgerTable(hours: readonly HourOfWeek[]): string {
  const cells = DAYS.map((_, day) =>
    HOURS.map((hour) => {
      const found = hours.find((each) => each.weekday === day + 1 && each.hour === hour);
      return found ? short(found.usual.sockets) : '·';
    }),
  );
  const width = Math.max(2, ...cells.flat().map((cell) => cell.length));
  const line = (name: string, row: readonly string[]): string =>
    [name.padEnd(3), ...row.map((cell) => cell.padStart(width))].join(' ');
  return [
    line('UTC', HOURS.map(String)),
    ...cells.map((row, day) => line(DAYS[day] ?? '', row)),
  ].join('\n');
}

/** At most four characters: `980`, `1.2k`, `23k`. */
function short(value: number): string {
  if (value < 1_000) return String(value);
  const thousands = value / 1_000;
  return thousands < 9.95 ? `${thousands.toFixed(1)}k` : `${Math.round(thousands)}k`;
}
