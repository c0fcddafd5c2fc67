import type { Peaks } from '@rondo/contract';

const HOURS = 7 * 24;

/** One hour of the week, in somebody's own time. */
export interface Hour {
  /** 1: Monday … 7: Sunday. */
  weekday: number;
  /** 0 … 23: when it begins. */
  hour: number;
  /** People at the same moment, usually; null: nobody has counted so far. */
  usual: number | null;
  /** The most there were. */
  highest: number | null;
}

export interface Week {
  /** Monday to Sunday, each with its 24 hours. */
  days: readonly (readonly Hour[])[];
  /** Where an offset is not of whole hours, hours begin at this minute. */
  minute: number;
  /** The hour with most people; null: nobody has been here. */
  busiest: Hour | null;
}

/** @param offset of the time it is shown in, in minutes east of UTC */
export function weekOf(hours: Peaks['hours'], offset: number): Week {
  const all = Array.from({ length: HOURS }, (_, index): Hour => {
    const { weekday, hour } = placeOf(index);
    return { weekday, hour, usual: null, highest: null };
  });
  for (const { weekday, hour, usual, highest } of hours) {
    const slot = all[shifted((weekday - 1) * 24 + hour, offset)];
    if (slot) Object.assign(slot, { usual: usual.sockets, highest: highest.sockets });
  }
  const busiest = all.toSorted((a, b) => (b.usual ?? 0) - (a.usual ?? 0))[0];
  return {
    days: Array.from({ length: 7 }, (_, day) => all.slice(day * 24, day * 24 + 24)),
    minute: ((offset % 60) + 60) % 60,
    busiest: busiest?.usual ? busiest : null,
  };
}

/** In which hour of the week a moment is, in that time. */
export function hourOf(moment: Date, offset: number): { weekday: number; hour: number } {
  const day = (moment.getUTCDay() + 6) % 7;
  return placeOf(shifted(day * 24 + moment.getUTCHours(), offset));
}

/** How full a cell is, 0 … 5, measured by the busiest hour. */
export const fullness = (people: number, most: number): number =>
  most === 0 ? 0 : Math.ceil((5 * people) / most);

const placeOf = (index: number) => ({ weekday: Math.floor(index / 24) + 1, hour: index % 24 });

const shifted = (index: number, offset: number): number =>
  (index + Math.floor(offset / 60) + HOURS) % HOURS;
