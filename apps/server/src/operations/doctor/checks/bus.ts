import type { Check, Finding } from '../check.ts';
import type { DoctorContext } from '../context.ts';
import { count, finding, several, tooMuch } from '../finding.ts';

const id = 'bus';
const PATIENCE_MS = 3_000;
/** Of a ping, ms. */
const ROUND_TRIP = { warn: 20, fail: 200 };
/** From so many servers on, PostgreSQL is kept busy by what they tell each other. */
const MANY_SERVERS = 4;
/** Each server has one to speak and one to listen, and for an upgrade there are two of each server. */
const CONNECTIONS = 4;
/** Parts of what Valkey allows. */
const MEMORY = { warn: 0.8, fail: 0.95 };

/** Through which several servers hear each other. */
export const bus: Check<DoctorContext> = {
  id,
  means: 'Valkey, if there is one, answers quickly and takes all servers',
  scope: 'machine',
  run: async ({ settings, nodes }) => {
    const servers = Math.max(1, nodes.length);
    if (!settings.bus) return [withoutOne(servers)];
    try {
      const { ms, info } = await ask(settings.bus.href);
      return judgeBus({ ms, info, servers });
    } catch (error) {
      return [
        finding(id, 'failure', {
          place: 'answer',
          measured: error instanceof Error ? error.message : String(error),
          threshold: 'an answer',
          repair:
            'Start it (`systemctl start valkey-server`), or mend RONDO_BUS: address, user and password. Meanwhile people on different servers see each other up to 2 s late.',
        }),
      ];
    }
  },
};

function withoutOne(servers: number): Finding {
  return finding(id, servers < MANY_SERVERS ? 'ok' : 'warning', {
    measured: `none: ${several(servers, 'server')} through PostgreSQL`,
    threshold: `one from ${MANY_SERVERS} servers on`,
    repair:
      'Run a Valkey and give all servers its address: RONDO_BUS=redis://valkey.example.org:6379',
    data: { servers },
  });
}

async function ask(url: string): Promise<{ ms: number; info: string }> {
  // Only where there is one: it is a quarter of all modules of a server.
  const { createClient } = await import('@redis/client');
  const client = createClient({
    url,
    name: 'rondo-doctor',
    commandOptions: { timeout: PATIENCE_MS },
    socket: { connectTimeout: PATIENCE_MS, reconnectStrategy: false },
  });
  // What goes wrong is what `connect` and commands reject with.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const begin = performance.now();
    await client.ping();
    const ms = performance.now() - begin;
    return { ms, info: await client.info() };
  } finally {
    if (client.isOpen) client.destroy();
  }
}

/** @param info what Valkey answers to `INFO` */
export function judgeBus({
  ms,
  info,
  servers,
}: {
  ms: number;
  info: string;
  servers: number;
}): Finding[] {
  const value = (name: string): number =>
    Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(info)?.[1] ?? NaN);
  const text = (name: string): string => new RegExp(`^${name}:(\\S+)`, 'm').exec(info)?.[1] ?? '?';
  const [most, now] = [value('maxclients'), value('connected_clients')];
  const needed = Math.max(now, 0) + CONNECTIONS * servers;
  const [allowed, used] = [value('maxmemory'), value('used_memory')];
  return [
    finding(id, tooMuch(ms, ROUND_TRIP), {
      place: 'answer',
      measured: `in ${ms.toFixed(1)} ms`,
      threshold: `at most ${ROUND_TRIP.warn} ms`,
      repair: 'Run it in the same data centre as the servers, for Rondo alone.',
      data: { ms, ...ROUND_TRIP },
    }),
    finding(id, most < needed ? 'failure' : 'ok', {
      place: 'maxclients',
      measured: `${count(most)} allowed, ${count(now)} there now`,
      threshold: `at least ${count(needed)}`,
      repair: `\`CONFIG SET maxclients ${Math.max(1_000, 2 * needed)}\`, and the same in its configuration file.`,
      data: { most, now, needed },
    }),
    finding(id, allowed > 0 ? tooMuch(used / allowed, MEMORY) : 'ok', {
      place: 'maxmemory',
      measured:
        allowed > 0
          ? `${count(used / 1e6)} of ${count(allowed / 1e6)} MB, ${text('maxmemory_policy')}`
          : 'no limit',
      threshold: `at most ${MEMORY.warn * 100} %: Rondo stores nothing there, so it is something else that does`,
      repair:
        'Give Rondo a Valkey of its own, without a limit of memory: `CONFIG SET maxmemory 0`.',
      data: { used, allowed, policy: text('maxmemory_policy') },
    }),
  ];
}
