import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { allOf, lastOf, readNginx, type Directive } from './nginx-syntax.ts';
import { deafWorkers, isWorker } from './nginx-workers.ts';
import { processesNamed, type SystemProcess } from './processes.ts';
import {
  HEARTBEAT_SECONDS,
  PORTS_REPAIR,
  portsPerAddress,
  roomFor,
  secondsOf,
  type Fault,
  type Proxy,
  type Unreadable,
} from './proxy.ts';

/** What nginx holds open beside connections: listeners, logs, its own pipes. */
const OWN_FILES = 12;
/**
 * With fewer than a sixteenth free, nginx closes idle connections, and handshakes fail when many come
 * at once; one after the other, nearly all can be used. The middle is within 5 % of both.
 */
const USABLE = 31 / 32;

/** Every nginx of this machine that leads to one of these ports. */
export function findNginx(
  ports: readonly number[],
  read: (path: string) => string | undefined,
): (Proxy | Unreadable)[] {
  const all = processesNamed('nginx');
  return all
    .filter(({ parent }) => !all.some(({ pid }) => pid === parent))
    .flatMap((master): (Proxy | Unreadable)[] => {
      const workers = all.filter((one) => one.parent === master.pid && isWorker(one));
      try {
        const found = look(master, workers, ports, portsPerAddress(read));
        return found ? [found] : [];
      } catch (error) {
        if (!(error instanceof Error && 'code' in error)) throw error;
        return [{ kind: 'nginx', why: error.message }];
      }
    });
}

function look(
  master: SystemProcess,
  workers: readonly SystemProcess[],
  ports: readonly number[],
  portRange: number,
): Proxy | null {
  // nginx writes over it: “nginx: master process /usr/sbin/nginx -c file -g …”.
  const words = master.command.join(' ').split(/\s+/);
  const after = (flag: string): string | undefined => words[words.indexOf(flag, 1) + 1 || -1];
  const file = resolve(after('-p') ?? '/etc/nginx', after('-c') ?? '/etc/nginx/nginx.conf');
  const main = readNginx(file, master.root);
  const http = lastOf(main, 'http')?.block ?? [];
  const ways = waysTo(http, ports);
  if (ways.length === 0) return null;

  const events = lastOf(main, 'events')?.block ?? [];
  const connections = Number(lastOf(events, 'worker_connections')?.args[0] ?? 512);
  const count = workersWanted(main) ?? Math.max(1, workers.length);
  const newestFirst = workers.toSorted((a, b) => b.began - a.began);
  const files = (newestFirst[0] ?? master).files ?? Infinity;
  const addresses = new Set(ways.flatMap(({ upstreams }) => upstreams)).size;
  const limits = [
    {
      people: Math.floor((count * connections * USABLE) / 2),
      by: `${count} × ${connections} worker_connections`,
    },
    {
      people: Math.floor((count * (files - OWN_FILES)) / 2),
      by: `${files} files for each of ${count} workers`,
    },
    { people: addresses * portRange, by: `${portRange} ports to each upstream` },
  ];
  const lowest = limits.reduce((a, b) => (b.people < a.people ? b : a));
  const at = lastOf(events, 'worker_connections')?.place ?? file;
  return {
    kind: 'nginx',
    pid: master.pid,
    file,
    people: lowest.people,
    limitedBy: lowest.by,
    repairFor: (people) => {
      const needed = roomFor((people * 2) / USABLE / count);
      const unit =
        needed * 2 > (master.mostFiles ?? Infinity)
          ? `\`LimitNOFILE=${needed * 2}\` in its unit (\`systemctl edit nginx\`); `
          : '';
      const own = `${at}, in events { }: \`worker_connections ${needed};\`, and at the top of ${file}: \`worker_rlimit_nofile ${needed * 2};\`; ${unit}then \`nginx -s reload\``;
      return people > addresses * portRange ? `${own}; ${PORTS_REPAIR}` : own;
    },
    faults: [
      ...ways.flatMap(faultsOf),
      ...cutsOnReload(main),
      ...deafWorkers(newestFirst, count, file),
    ],
  };
}

/** `auto` is one for each processor. Undefined: its files do not say; it may stand on its command line. */
function workersWanted(main: readonly Directive[]): number | undefined {
  const said = lastOf(main, 'worker_processes')?.args[0];
  return said === 'auto' ? cpus().length : Number(said) || undefined;
}

/** How `/live` gets to us: the place that answers it, and everything around that, the nearest last. */
interface Way {
  readonly levels: readonly (readonly Directive[])[];
  readonly place: string;
  readonly upstreams: readonly string[];
}

function waysTo(http: readonly Directive[], ports: readonly number[]): Way[] {
  const pools = new Map(
    allOf(http, 'upstream').map(({ args, block }) => [
      args[0] ?? '',
      allOf(block ?? [], 'server').map((server) => server.args[0] ?? ''),
    ]),
  );
  const isOurs = (address: string): boolean => ports.some((port) => address.endsWith(`:${port}`));
  return allOf(http, 'server').flatMap(({ block }) => {
    const server = block ?? [];
    const location = locationOf(server, '/live');
    const target = lastOf(location?.block ?? server, 'proxy_pass')?.args[0] ?? '';
    const host = target.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
    const upstreams = pools.get(host) ?? [host];
    if (!location || !upstreams.some(isOurs)) return [];
    return [{ levels: [http, server, location.block ?? []], place: location.place, upstreams }];
  });
}

/** Which location answers, by nginx's rules: exact, then `^~`, then the first expression, then the longest. */
function locationOf(server: readonly Directive[], path: string): Directive | undefined {
  const all = allOf(server, 'location');
  const begins = all
    .filter(({ args }) => !args[0]?.startsWith('~') && path.startsWith(args.at(-1) ?? ''))
    .filter(({ args }) => args[0] !== '=' || args[1] === path)
    .toSorted((a, b) => (b.args.at(-1) ?? '').length - (a.args.at(-1) ?? '').length);
  const exact = begins.find(({ args }) => args[0] === '=');
  if (exact) return exact;
  const [longest] = begins;
  if (longest?.args[0] === '^~') return longest;
  const matching = all.find(({ args: [how = '', pattern = ''] }) => {
    if (how !== '~' && how !== '~*') return false;
    return new RegExp(pattern, how === '~*' ? 'i' : '').test(path);
  });
  return matching ?? longest;
}

function faultsOf({ levels, place }: Way): Fault[] {
  const faults: Fault[] = [];
  const inForce = (name: string): Directive | undefined =>
    levels.map((level) => lastOf(level, name)).findLast((each) => each !== undefined);
  // One header of a level takes away all those of the levels around it.
  const headers = levels.map((level) => allOf(level, 'proxy_set_header'));
  const set = new Map(
    (headers.findLast((level) => level.length > 0) ?? []).map(({ args: [name = '', ...rest] }) => [
      name.toLowerCase(),
      rest.join(' '),
    ]),
  );
  const speaks11 = inForce('proxy_http_version')?.args[0] === '1.1';
  if (!speaks11 || !set.get('upgrade') || !/upgrade/.test(set.get('connection') ?? ''))
    faults.push({
      severity: 'failure',
      place,
      measured: 'sockets are not passed on',
      threshold: 'HTTP/1.1 with the headers Upgrade and Connection',
      repair: `${place}: \`proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade";\``,
    });
  for (const name of ['proxy_read_timeout', 'proxy_send_timeout']) {
    const given = inForce(name);
    const seconds = secondsOf(given?.args[0] ?? '60s', 1);
    if (seconds > 2 * HEARTBEAT_SECONDS) continue;
    faults.push({
      severity: 'failure',
      place: given?.place ?? place,
      measured: `sockets are cut after ${seconds} s of silence`,
      threshold: `more than ${2 * HEARTBEAT_SECONDS} s`,
      repair: `${given?.place ?? place}: \`${name} 1h;\``,
    });
  }
  return faults;
}

function cutsOnReload(main: readonly Directive[]): Fault[] {
  const given = lastOf(main, 'worker_shutdown_timeout');
  if (!given) return [];
  return [
    {
      severity: 'warning',
      place: given.place,
      measured: `every reload cuts all meetings at once, after ${given.args[0]}`,
      threshold: 'no worker_shutdown_timeout',
      repair: `${given.place}: take out \`worker_shutdown_timeout ${given.args[0]};\``,
    },
  ];
}
