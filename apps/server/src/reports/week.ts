import { dayOf, daysAfter, mondayOf } from '../insight/weeks.ts';

/** Monday and Sunday of the week in which something was, by the days of UTC. @param moment ms since 1970 */
export function weekOf(moment: number): { from: string; to: string } {
  const from = mondayOf(dayOf(moment));
  return { from, to: daysAfter(from, 6) };
}
