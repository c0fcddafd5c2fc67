import type { Check, Finding } from '../check.ts';
import type { DoctorContext } from '../context.ts';
import { finding, notSeen, several, withoutDatabase } from '../finding.ts';

const id = 'servers';
const MINUTE_MS = 60_000;
/** Two releases beside one another for longer than this are no upgrade any more. */
const UPGRADE_MINUTES = 60;
/** Servers say hello every ten seconds; who is that young may not have been heard of. */
const YOUNG_MS = MINUTE_MS;

/** The servers of this database are of one release, and hear each other. */
export const servers: Check<DoctorContext> = {
  id,
  means: 'all servers are of one release and hear each other',
  scope: 'machine',
  run: async (context) => {
    if (!context.db) return withoutDatabase(id);
    return [releases(context), hearing(context)];
  },
};

function releases({ nodes: all, now }: DoctorContext): Finding {
  const oldestOf = new Map<string, number>();
  for (const { release, startedAt } of all) {
    oldestOf.set(release, Math.min(oldestOf.get(release) ?? Infinity, startedAt.getTime()));
  }
  // Since the last release came that is here now, they run side by side.
  const since = Math.max(...oldestOf.values());
  const minutes = oldestOf.size > 1 ? (now() - since) / MINUTE_MS : 0;
  const names = [...oldestOf.keys()].toSorted().join(', ');
  return finding(id, minutes > UPGRADE_MINUTES ? 'warning' : 'ok', {
    place: 'releases',
    measured: `${several(all.length, 'server')}${names && ` of ${names}`}${minutes > 0 ? `, side by side for ${several(minutes, 'minute')}` : ''}`,
    threshold: `one release, except for the ${UPGRADE_MINUTES} minutes of an upgrade`,
    repair: 'Upgrade the others too: `npm run rondo -- upgrade` on each machine, or restart them.',
    data: { servers: all.length, releases: names, minutes: Math.round(minutes) },
  });
}

function hearing({ nodes: all, processes, peers, now }: DoctorContext): Finding {
  const place = 'hearing each other';
  if (peers === undefined) {
    const where =
      'Look at /metrics of each server: `rondo_live_other_nodes`; or at the owner’s page.';
    return notSeen(id, 'only a server that runs knows whom it hears', where, place);
  }
  const own = new Set(processes.map(({ name }) => name));
  const isYoung = (startedAt: Date): boolean => now() - startedAt.getTime() <= YOUNG_MS;
  if (!all.some(({ name, startedAt }) => own.has(name) && !isYoung(startedAt))) {
    const soon = { place, measured: 'has only just started', threshold: 'all of them', repair: '' };
    return finding(id, 'ok', soon);
  }
  const others = all.filter(({ name, startedAt }) => !own.has(name) && !isYoung(startedAt)).length;
  return finding(id, peers < others ? 'warning' : 'ok', {
    place,
    measured: `hears ${peers} of ${several(others, 'other')}`,
    threshold: 'all of them; whom it does not hear, its people see up to 2 s late',
    repair:
      'Give all servers the same RONDO_BUS, or none of them one; then look whether that Valkey lets every server in (check `bus`).',
    data: { peers, others },
  });
}
