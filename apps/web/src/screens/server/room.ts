import type { DoctorReport } from '@rondo/contract';

/** For how many people there is room, with what an upgrade and a common return need. */
export interface Room {
  people: number;
  by: 'files' | 'proxy' | 'address';
}

/**
 * The narrowest of the places where connections are counted. Memory and processor are none of them: what
 * they carry, only a rehearsal shows. Null: no limit is known.
 */
export function roomIn(reports: readonly DoctorReport[]): Room | null {
  const rooms = [...files(reports), ...proxies(reports), ...address(reports)];
  return rooms.toSorted((a, b) => a.people - b.people)[0] ?? null;
}

const found = (reports: readonly DoctorReport[]) => reports.flatMap(({ findings }) => findings);

/** As the doctor judges `file-descriptors`: two for each person and the server's own, and all of it twice. */
function files(reports: readonly DoctorReport[]): Room[] {
  const machines = reports.filter(({ scope }) => scope === 'machine');
  const ofEach = found(machines).flatMap(({ check, data: { limit, people, fail } }) => {
    if (check !== 'file-descriptors' || !isLimit(limit)) return [];
    if (typeof people !== 'number' || typeof fail !== 'number') return [];
    const own = fail / 2 - 2 * people;
    return [Math.max(0, Math.floor((limit / 2 - own) / 2))];
  });
  if (ofEach.length === 0) return [];
  // The others carry all while one is away.
  const carrying = Math.max(1, machines.length - 1);
  return [{ people: Math.min(...ofEach) * carrying, by: 'files' }];
}

/** A proxy has to let in twice as many as come. */
const proxies = (reports: readonly DoctorReport[]): Room[] =>
  found(reports).flatMap(({ check, data: { people } }) =>
    check.startsWith('proxy-') && isLimit(people)
      ? [{ people: Math.floor(people / 2), by: 'proxy' }]
      : [],
  );

/** Where fewer got through than were tried, with a half to spare. */
const address = (reports: readonly DoctorReport[]): Room[] =>
  found(reports).flatMap(({ check, severity, data: { open } }) =>
    check === 'public-address' && severity === 'failure' && isLimit(open)
      ? [{ people: Math.floor(open / 1.5), by: 'address' }]
      : [],
  );

/** -1 is no limit. */
const isLimit = (value: number | string | undefined): value is number =>
  typeof value === 'number' && value >= 0;
