const DAY = 86_400_000;

/** Monday and Sunday of the week in which something was, by the days of UTC. */
export function weekOf(moment: number): { from: string; to: string } {
  const day = Math.floor(moment / DAY);
  // 1 January 1970 was a Thursday.
  const monday = day - ((day + 3) % 7);
  const asDate = (days: number): string => new Date(days * DAY).toISOString().slice(0, 10);
  return { from: asDate(monday), to: asDate(monday + 6) };
}
