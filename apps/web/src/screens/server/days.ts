import type { AuditedAct } from '@rondo/contract';

/** An act as it is shown: the doctor looks every hour, and what it did in a row stands together. */
export interface Entry {
  act: AuditedAct;
  /** How often, the last time being `act`. */
  times: number;
  /** Whether one of them went wrong. */
  failed: boolean;
}

/** One after the other as they come, under the day they were on. @param dayOf such as `2027-03-12` */
export function daysOf(
  acts: readonly AuditedAct[],
  dayOf: (at: Date) => string,
): { day: string; entries: Entry[] }[] {
  const days: { day: string; entries: Entry[] }[] = [];
  for (const act of acts) {
    const day = dayOf(new Date(act.at));
    if (days.at(-1)?.day !== day) days.push({ day, entries: [] });
    const entries = days.at(-1)?.entries ?? [];
    const last = entries.at(-1);
    const failed = act.about['succeeded'] === 'false';
    if (last && isDoctor(last.act) && isDoctor(act)) {
      last.times += 1;
      last.failed ||= failed;
    } else entries.push({ act, times: 1, failed });
  }
  return days;
}

const isDoctor = ({ act, about }: AuditedAct): boolean =>
  act === 'operation-run' && about['kind'] === 'doctor';
