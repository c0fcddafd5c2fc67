import { sql } from 'kysely';
import type { Check, Finding } from '../check.ts';
import type { DoctorContext } from '../context.ts';
import { finding, notSeen, several } from '../finding.ts';
import { AS_OF, NODE, POSTGRES, SYSTEMS, type Lifetime } from '../lifetimes.ts';

const id = 'runtime-ages';
const DAY_MS = 86_400_000;
/** So many days before the end it is time to plan the change. */
const NOTICE_DAYS = 180;
/** Dates that were looked up longer ago than this are not to be relied on. */
const OLDEST_TABLE_DAYS = 180;

/** What gets no security updates any more is found before it ends, by dates that come with this release. */
export const runtimeAges: Check<DoctorContext> = {
  id,
  means: 'Node.js, system and PostgreSQL still get security updates, for half a year at least',
  scope: 'machine',
  run: async ({ db, machine, now }) => {
    const node = machine.nodeVersion.split('.')[0] ?? '';
    const system = systemIn(machine.read('/etc/os-release') ?? '');
    const postgres = db && (await postgresVersion(db));
    return [
      table(now()),
      judge('Node.js', node, NODE[node], now(), 'Install the latest LTS: https://nodejs.org'),
      ...(system
        ? [judge(system, '', SYSTEMS[system], now(), 'Move to a newer release of the system.')]
        : [
            notSeen(
              id,
              'no /etc/os-release',
              'Look up how long your system is supported.',
              'system',
            ),
          ]),
      ...(postgres
        ? [judge('PostgreSQL', postgres, POSTGRES[postgres], now(), UPGRADE_POSTGRES)]
        : []),
    ];
  },
};

const UPGRADE_POSTGRES =
  'Back up, then `pg_upgradecluster` (Debian, Ubuntu) or `pg_upgrade`: https://www.postgresql.org/docs/current/upgrading.html';

function judge(
  what: string,
  version: string,
  lifetime: Lifetime | undefined,
  now: number,
  repair: string,
): Finding {
  const place = [what, version].filter(Boolean).join(' ');
  if (!lifetime) {
    return notSeen(id, `not among the releases known on ${AS_OF}`, 'Upgrade Rondo.', place);
  }
  const { ends, longUntil } = lifetime;
  const [days, longDays] = [daysTo(ends, now), daysTo(longUntil ?? ends, now)];
  const isOver = longDays < 0;
  const end = days < 0 && !isOver ? `${ends}, in parts ${longUntil}` : (longUntil ?? ends);
  return finding(id, isOver ? 'failure' : days < NOTICE_DAYS ? 'warning' : 'ok', {
    place,
    measured: isOver
      ? `without security updates since ${end}`
      : `security updates until ${days < 0 ? end : ends}, ${several(days < 0 ? longDays : days, 'day')} more`,
    threshold: `${NOTICE_DAYS} days of regular updates`,
    repair,
    data: { version: place, ends, longUntil: longUntil ?? ends, days, longDays },
  });
}

function table(now: number): Finding {
  const age = 0 - daysTo(AS_OF, now);
  return finding(id, age > OLDEST_TABLE_DAYS ? 'warning' : 'ok', {
    place: 'the dates themselves',
    measured: `looked up ${AS_OF}, ${several(age, 'day')} ago`,
    threshold: `at most ${OLDEST_TABLE_DAYS} days ago`,
    repair: 'Upgrade Rondo: every release brings the dates that were known then.',
    data: { age },
  });
}

/** Whole days until the end of that day; below 0: it is over. */
const daysTo = (day: string, now: number): number =>
  Math.floor((Date.parse(day) + DAY_MS - now) / DAY_MS);

/** `debian 12`, `ubuntu 24.04`. */
function systemIn(release: string): string | undefined {
  const value = (name: string): string | undefined =>
    new RegExp(`^${name}="?([^"\\n]+)"?$`, 'm').exec(release)?.[1];
  const [name, version] = [value('ID'), value('VERSION_ID')];
  return name && [name, version].filter(Boolean).join(' ');
}

async function postgresVersion(db: NonNullable<DoctorContext['db']>): Promise<string> {
  const { rows } = await sql<{ major: number }>`
    select current_setting('server_version_num')::int / 10000 as major`.execute(db);
  return String(rows[0]?.major ?? '');
}
