import type { Proxy } from '../doctor/outside/proxies/proxy.ts';
import { ALL_LOCAL_PORTS, LOCAL_PORTS, sysctlLine } from '../doctor/sysctl.ts';
import { failureInWords, type Failure } from './failure.ts';
import type { ServerFigures } from './server-figures.ts';

/** What runs out first, where, and the line that mends it. */
export interface Limit {
  readonly where:
    | 'proxy'
    | 'server'
    | 'ports'
    | 'backlog'
    | 'database'
    | 'cpu'
    | 'certificate'
    | 'network'
    | 'rehearser'
    | 'unknown';
  /** How many people were there when it broke. */
  readonly at: number;
  readonly said: string;
  readonly repair: string;
}

export interface Surroundings {
  readonly address: string;
  /** How many were wanted: what is mended carries so many, and as many again. */
  readonly people: number;
  readonly mostOpen: number;
  /** Those on this machine that lead to this server. */
  readonly proxies: readonly Proxy[];
  /** While all were there; undefined: the server is on another machine. */
  readonly server?: ServerFigures | undefined;
}

/** So near to what was predicted, that is what it was. */
const NEAR = 1.15;

/** The server turns people away before its last files are gone: it needs some itself. */
const SPARE_FILES = 150;

/** @returns null: everybody got in, and nobody was cut off */
export function limitBehind(failures: readonly Failure[], around: Surroundings): Limit | null {
  const [first] = failures;
  if (!first) return null;
  const said = inWords(failures);
  return { at: around.mostOpen, said, ...(plainly(first, around) ?? byNumbers(first, around)) };
}

/** Such as `40 × handshakes reset, 3 × 502 instead of a socket`, the most frequent first. */
export function inWords(failures: readonly Failure[]): string {
  const counts = new Map<string, number>();
  for (const failure of failures) {
    const words = failureInWords(failure);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const all = [...counts].toSorted(([, a], [, b]) => b - a);
  return all.map(([words, count]) => `${count} × ${words}`).join(', ');
}

type Cause = Pick<Limit, 'where' | 'repair'>;

/** What one failure says by itself, however many were there. */
function plainly(
  { kind, code, phase }: Failure,
  { address, people, mostOpen, server, proxies }: Surroundings,
) {
  const cause = (where: Limit['where'], repair: string): Cause => ({ where, repair });
  // What its settings say is nearer than what proxies in general need.
  const named = proxies
    .flatMap(({ faults }) => faults)
    .find((each) => each.severity === 'failure')?.repair;
  switch (kind) {
    case 'full':
      // A server that does not keep up lets nobody in either.
      if (server && server.eventLoopP99 > 0.1) return cause('cpu', MORE_SERVERS);
      return cause(
        'server',
        `\`LimitNOFILE=${Math.max(65_536, people * 8)}\` in the unit of Rondo, and RONDO_MAX_CONNECTIONS unset or higher`,
      );
    case 'refused':
      if (mostOpen > 0) return undefined;
      return cause(
        'network',
        `Nothing listens at ${address}: start the server and what stands before it`,
      );
    case 'wrong-answer':
      return cause(
        'unknown',
        `Something else answers at ${address}/live; RONDO_PUBLIC_URL is wrong`,
      );
    case 'status':
      if (code === 404)
        return cause(
          'unknown',
          'The token is of another server: RONDO_SECRET has to be the same on all servers, and this clock right',
        );
      if (code !== undefined && code < 500)
        return cause(
          'proxy',
          named ??
            'The proxy does not pass sockets on. nginx: `proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade";`',
        );
      if (mostOpen === 0)
        return cause(
          'server',
          `The proxy answers ${code}, the server behind it does not: is it running, and on the port that the proxy asks?`,
        );
      return undefined;
    case 'cut':
      if (phase !== 'hold') return undefined;
      return cause(
        'proxy',
        named ??
          'nginx: `proxy_read_timeout 1h;`; HAProxy: `timeout tunnel 1h`; load balancers of clouds: an idle timeout of an hour',
      );
    case 'reset':
    case 'timeout':
      return undefined;
    default:
      return aroundUs(kind, { address, people });
  }
}

/** What lies with this machine, the network, or the certificate. */
function aroundUs(
  kind: 'own-files' | 'own-ports' | 'unknown-name' | 'unreachable' | 'certificate',
  { address, people }: Pick<Surroundings, 'address' | 'people'>,
): Cause {
  const host = URL.parse(address)?.hostname ?? address;
  switch (kind) {
    case 'own-files':
      return {
        where: 'rehearser',
        repair: `\`ulimit -n ${people * 4}\` in this shell, then once more`,
      };
    case 'own-ports':
      return {
        where: 'rehearser',
        repair: `\`${sysctlLine(LOCAL_PORTS, ALL_LOCAL_PORTS)}\` on the machine that rehearses`,
      };
    case 'unknown-name':
      return {
        where: 'network',
        repair: `\`getent hosts ${host}\` has to show the address of this server`,
      };
    case 'unreachable':
      return {
        where: 'network',
        repair: `\`ip route get ${host}\`: there is no way to it from here`,
      };
    case 'certificate':
      return {
        where: 'certificate',
        repair: '`npm run rondo -- doctor certificate` says what is wrong with it',
      };
  }
}

/** Something has run out: whatever was predicted to end about here. */
function byNumbers({ kind, code }: Failure, around: Surroundings): Cause {
  const { mostOpen, people, proxies, server } = around;
  const full = proxies
    .filter((proxy) => proxy.people <= mostOpen * NEAR)
    .toSorted((a, b) => a.people - b.people)[0];
  if (full) return { where: 'proxy', repair: full.repairFor(people * 2) };
  if (server && server.files >= server.fileLimit - SPARE_FILES)
    return {
      where: 'server',
      repair: `\`LimitNOFILE=${Math.max(65_536, people * 8)}\` in the unit of Rondo; in Docker \`--ulimit nofile=${Math.max(65_536, people * 8)}\``,
    };
  if (server && server.listenDrops > 0)
    return {
      where: 'backlog',
      repair: `\`${sysctlLine('net.core.somaxconn', '4096')}\`, then restart what listens`,
    };
  if (server && server.eventLoopP99 > 0.5) return { where: 'cpu', repair: MORE_SERVERS };
  if (code !== undefined && proxies.length > 0)
    return {
      where: 'ports',
      repair: `The proxy has lost the server (${code}): its log says why; “Cannot assign requested address”: \`${sysctlLine(LOCAL_PORTS, ALL_LOCAL_PORTS)}\``,
    };
  const hint =
    kind === 'timeout'
      ? 'They hang without an answer, as with a full HAProxy: raise `maxconn` and `LimitNOFILE`'
      : 'As with a full nginx: raise `worker_connections` and `worker_rlimit_nofile`';
  return {
    where: 'proxy',
    repair: `${hint} on what stands before this server for ${people * 2} people, two connections each; \`npm run rondo -- doctor\` on its machine, as root, names the line`,
  };
}

export const MORE_SERVERS =
  'One more server on the same database (docs/operations.md), or a machine with faster cores';
