import { dayHere } from '../today/dayHere.ts';

/** Events by the day on which they were, as the clock here has it; in the order in which they come. */
export function byDay<Event extends { at: string }>(
  events: readonly Event[],
): { day: string; events: Event[] }[] {
  const days: { day: string; events: Event[] }[] = [];
  for (const event of events) {
    const day = dayHere(new Date(event.at));
    const last = days.at(-1);
    if (last?.day === day) last.events.push(event);
    else days.push({ day, events: [event] });
  }
  return days;
}
