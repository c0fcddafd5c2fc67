import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Failure } from '../../rehearsal/failure.ts';
import { inWords, limitBehind } from '../../rehearsal/limits.ts';
import type { Probe } from '../../rehearsal/probe.ts';
import { openMany, type Ramp } from '../../rehearsal/ramp.ts';
import { settingsSecret } from '../../rehearsal/settings-secret.ts';
import { MOST_SOCKETS, rehearsalToken } from '../../rehearsal/token.ts';
import type { Check } from '../check.ts';
import type { DoctorContext } from '../context.ts';
import { count, finding, notSeen } from '../finding.ts';
import { proxiesHere } from './proxies-here.ts';

const id = 'public-address';
/** So many handshakes at least: fewer find only what is broken altogether. */
const LEAST = 50;
const AT_A_TIME = 20;
/** For one handshake, ms: who comes back in a meeting does not wait longer. */
const PATIENCE_MS = 5_000;
const LONGEST_MS = 30_000;
const ECHOES = 3;
/** Silence that is kept: longer than the shortest idle timeouts that proxies come with. */
const SILENCE_MS = { short: 1_000, thorough: 70_000 };

/** The one thing that sees a proxy that is too small: many sockets at once, the way that people come. */
export const publicAddressCheck = (patienceMs: number): Check<DoctorContext> => ({
  id,
  means: 'as many sockets as at the peak, and half as many again, open through the public address',
  scope: 'outside',
  run: async (context) => {
    const { settings } = context;
    const secret = settingsSecret(settings);
    if (secret === undefined)
      return [notSeen(id, 'there is no secret yet', 'Start the server once, then ask again.')];
    const address = settings.publicUrl ?? `http://localhost:${settings.port}`;
    const people = await wanted(context);
    const ramp = await openMany({
      address,
      token: rehearsalToken(secret, { people, until: Date.now() + 3 * 60_000 }),
      people,
      atATime: AT_A_TIME,
      patienceMs,
      longestMs: LONGEST_MS,
    });
    try {
      const failures = [...ramp.failures];
      if (failures.length === 0) failures.push(...(await talk(ramp)));
      if (failures.length === 0) failures.push(...(await keepSilent(ramp, context)));
      const proxies = await proxiesHere([settings.port], context.machine.read);
      const limit = limitBehind(failures, {
        address,
        people,
        mostOpen: ramp.mostOpen,
        proxies: proxies.filter((proxy) => 'people' in proxy),
      });
      const data = {
        people,
        open: ramp.mostOpen,
        failed: failures.length,
        handshakesPerSecond: ramp.handshakesPerSecond,
        where: limit?.where ?? '',
      };
      const threshold = `${count(people)} sockets at once, each answered ${ECHOES} times, none cut`;
      const rate = `${count(ramp.handshakesPerSecond)} handshakes a second`;
      if (limit) {
        const measured = `${count(ramp.mostOpen)} open, then ${inWords(failures)}`;
        return [
          finding(id, 'failure', {
            place: address,
            measured,
            threshold,
            repair: limit.repair,
            data,
          }),
        ];
      }
      if (ramp.isCutShort)
        return [
          finding(id, 'warning', {
            place: address,
            measured: `only ${count(ramp.mostOpen)} open after ${LONGEST_MS / 1_000} s, ${rate}`,
            threshold,
            repair:
              'More cores for what ends TLS, or one more server: so many people take too long to come back.',
            data,
          }),
        ];
      return [
        finding(id, 'ok', {
          place: address,
          measured: `${count(ramp.mostOpen)} open at once, ${rate}`,
          threshold,
          repair: '',
          data,
        }),
      ];
    } finally {
      ramp.close();
    }
  },
});

export const publicAddress = publicAddressCheck(PATIENCE_MS);

/** A server that looks at itself every hour must not be what fills the proxy on a Friday. */
async function wanted({ db, peak, peers, isUnused }: DoctorContext): Promise<number> {
  const isHourly = peers !== undefined;
  if (isHourly) return LEAST;
  const present = isUnused ? 0 : await presentPeople(db);
  const people = Math.ceil(1.5 * peak.week.sockets) - present;
  return Math.min(MOST_SOCKETS, Math.max(LEAST, people));
}

/** Of servers that are still there: who was on one that has stopped is gone with it. */
async function presentPeople(db: DoctorContext['db']): Promise<number> {
  if (!db) return 0;
  const { rows } = await sql<{ sockets: number }>`
    select coalesce(sum(sockets), 0)::int as sockets from (
      select distinct on (node) sockets from peak
      where minute > now() - interval '3 minutes' and node in (select name from server_node)
      order by node, minute desc
    ) as latest`.execute(db);
  return rows[0]?.sockets ?? 0;
}

async function talk({ probes }: Ramp): Promise<Failure[]> {
  const three = async (probe: Probe): Promise<Failure[]> => {
    for (let each = 0; each < ECHOES; each++) {
      const answer = await probe.echo();
      if (typeof answer !== 'number') return [answer];
    }
    return [];
  };
  return (await Promise.all(probes.map(three))).flat();
}

async function keepSilent({ probes, mostOpen }: Ramp, context: DoctorContext): Promise<Failure[]> {
  const cut: Failure[] = [];
  for (const probe of probes)
    probe.onCut(() => cut.push({ phase: 'hold', kind: 'cut', at: mostOpen }));
  await pause(context.isThorough ? SILENCE_MS.thorough : SILENCE_MS.short);
  return cut;
}
