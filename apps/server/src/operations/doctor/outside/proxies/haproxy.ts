import { resolve } from 'node:path';
import { lineOf, readHaproxy, type Section } from './haproxy-syntax.ts';
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

/** What HAProxy counts for itself before anything is set. */
const OWN_FILES = 10;
/** With less than this it does not begin. */
const LEAST = 100;

/** Every HAProxy of this machine that leads to one of these ports. */
export function findHaproxy(
  ports: readonly number[],
  read: (path: string) => string | undefined,
): (Proxy | Unreadable)[] {
  const all = processesNamed('haproxy');
  // A master only minds its workers; of these the newest counts, the others wait for their last people.
  const working = all.filter(({ pid }) => !all.some(({ parent }) => parent === pid));
  const isReplaced = (one: SystemProcess): boolean =>
    all.some(({ pid }) => pid === one.parent) &&
    working.some(({ parent, pid }) => parent === one.parent && pid > one.pid);
  const newest = working.filter((worker) => !isReplaced(worker));
  return newest.flatMap((worker): (Proxy | Unreadable)[] => {
    try {
      const found = look(worker, ports, portsPerAddress(read));
      return found ? [found] : [];
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      return [{ kind: 'HAProxy', why: error.message }];
    }
  });
}

function look(worker: SystemProcess, ports: readonly number[], portRange: number): Proxy | null {
  const { command, files: limit = Infinity, threads, folder } = worker;
  const paths = command
    .filter((_, index) => index > 1 && command[index - 1] === '-f')
    .map((path) => resolve(folder, path));
  const file = paths[0] ?? '/etc/haproxy/haproxy.cfg';
  const sections = readHaproxy(paths.length > 0 ? paths : [file], worker.root);
  const ours = sections.filter(({ kind, lines }) => {
    const leads = lines.some(({ words }) => words[0] === 'server' && isOurs(words[2], ports));
    return leads && (kind === 'backend' || kind === 'listen');
  });
  if (ours.length === 0) return null;

  const global = sections.find(({ kind }) => kind === 'global');
  const set = global && lineOf(global, 'maxconn');
  const binds = sections.flatMap(({ lines }) => lines.filter(({ words }) => words[0] === 'bind'));
  const checks = ours.flatMap(({ lines }) => lines.filter(({ words }) => words[0] === 'server'));
  const own = OWN_FILES + binds.length + checks.length + 3 * Math.max(1, threads);
  const byFiles = Math.max(LEAST, Math.floor((limit - own) / 2));
  const fronts = sections.filter(({ kind }) => kind === 'frontend' || kind === 'listen');
  const front = fronts
    .flatMap((section) => lineOf(section, 'maxconn') ?? [])
    .toSorted((a, b) => Number(a.words[1]) - Number(b.words[1]))[0];
  const addresses = new Set(checks.map(({ words }) => words[2])).size;
  const limits = [
    { people: byFiles, by: `a file limit of ${limit}`, place: `${file}, global` },
    ...(set
      ? [{ people: Number(set.words[1]), by: `maxconn ${set.words[1]}`, place: set.place }]
      : []),
    ...(front
      ? [{ people: Number(front.words[1]), by: `maxconn ${front.words[1]}`, place: front.place }]
      : []),
    { people: addresses * portRange, by: `${portRange} ports to each server`, place: 'sysctl' },
  ];
  const lowest = limits.reduce((a, b) => (b.people < a.people ? b : a));
  return {
    kind: 'HAProxy',
    pid: worker.pid,
    file,
    people: lowest.people,
    limitedBy: lowest.by,
    repairFor: (people) => {
      const needed = roomFor(people);
      const others = front && Number(front.words[1]) < people ? ` and ${front.place}` : '';
      const line = `${set?.place ?? `${file}, global`}${others}: \`maxconn ${needed}\`, and \`LimitNOFILE=${needed * 2 + 1_024}\` in its unit (\`systemctl edit haproxy\`); then restart HAProxy`;
      return people > addresses * portRange ? `${line}; ${PORTS_REPAIR}` : line;
    },
    faults: [
      ...onePerRepair(ours.flatMap((section) => cutsSilence(section, file))),
      ...cutsOnReload(global),
    ],
  };
}

const isOurs = (address: string | undefined, ports: readonly number[]): boolean =>
  ports.some((port) => address?.endsWith(`:${port}`));

/** Backends mostly have what their defaults have. */
const onePerRepair = (faults: readonly Fault[]): Fault[] => [
  ...new Map(faults.map((fault) => [fault.repair, fault])).values(),
];

/** `timeout tunnel` is for sockets; without it those of plain requests hold for them as well. */
function cutsSilence(section: Section, file: string): Fault[] {
  const tunnel = lineOf(section, 'timeout', 'tunnel');
  if (tunnel) {
    const seconds = secondsOf(tunnel.words[2] ?? '', 1e-3);
    if (seconds > 2 * HEARTBEAT_SECONDS) return [];
    return [
      {
        severity: 'failure',
        place: tunnel.place,
        measured: `sockets are cut after ${seconds} s of silence`,
        threshold: `more than ${2 * HEARTBEAT_SECONDS} s`,
        repair: `${tunnel.place}: \`timeout tunnel 1h\``,
      },
    ];
  }
  const others = ['client', 'server'].flatMap((side) => {
    const line = lineOf(section, 'timeout', side);
    return line ? [secondsOf(line.words[2] ?? '', 1e-3)] : [];
  });
  return [
    {
      severity: 'failure',
      place: section.place,
      measured: `no timeout tunnel: sockets are cut after ${Math.min(Infinity, ...others)} s of silence`,
      threshold: 'timeout tunnel 1h',
      repair: `${file}, in defaults: \`timeout tunnel 1h\`; then \`systemctl reload haproxy\``,
    },
  ];
}

function cutsOnReload(global: Section | undefined): Fault[] {
  const line = global && lineOf(global, 'hard-stop-after');
  if (!line || secondsOf(line.words[1] ?? '', 1e-3) >= 1_800) return [];
  return [
    {
      severity: 'warning',
      place: line.place,
      measured: `every reload cuts all meetings, after ${line.words[1]}`,
      threshold: 'at least 30 minutes',
      repair: `${line.place}: \`hard-stop-after 2h\``,
    },
  ];
}
