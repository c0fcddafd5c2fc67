import { availableParallelism, totalmem } from 'node:os';
import { fileLimitIn } from '../../live/file-limit.ts';
import type { Machine } from '../doctor/machine.ts';
import { LOCAL_PORTS, localPorts, sysctlLine, sysctlNumbers } from '../doctor/sysctl.ts';

/** What a limit is called, where Linux says it, and the line that sets it on another machine. */
interface Limit {
  readonly name: string;
  readonly read: (machine: Machine, pid: number) => number | undefined;
  /** Nothing: it is a matter of the machine's size. */
  readonly repair?: (value: number) => string;
}

const sysctls = [
  'net.core.somaxconn',
  'net.ipv4.tcp_max_syn_backlog',
  'net.netfilter.nf_conntrack_max',
  'fs.file-max',
  'fs.nr_open',
];

const limitsList: readonly Limit[] = [
  {
    name: 'open files of the server',
    read: ({ read }, pid) => fileLimitIn(read(`/proc/${pid}/limits`) ?? ''),
    repair: (value) =>
      `LimitNOFILE=${value} in the unit of Rondo (systemctl edit rondo), or ulimit -n ${value} before npm start`,
  },
  ...sysctls.map((name): Limit => {
    return {
      name,
      read: ({ read }) => sysctlNumbers(read, name)[0],
      repair: (value) => sysctlLine(name, String(value)),
    };
  }),
  {
    name: 'local ports',
    read: ({ read }) => localPorts(read),
    repair: (value) => sysctlLine(LOCAL_PORTS, `${65_536 - Math.min(value, 64_512)} 65535`),
  },
  { name: 'processors', read: () => availableParallelism() },
  { name: 'memory in MiB', read: () => Math.floor(totalmem() / 2 ** 20) },
];

/** Of a process and of the machine on which it runs; what cannot be read is left out. */
export function limitsOf(machine: Machine, pid: number): Record<string, number> {
  return Object.fromEntries(
    limitsList.flatMap(({ name, read }) => {
      const value = read(machine, pid);
      // Numbers beyond these mean “none”, and JSON would round them.
      return value === undefined || value > Number.MAX_SAFE_INTEGER ? [] : [[name, value]];
    }),
  );
}

export interface LowerLimit {
  readonly name: string;
  readonly there: number;
  readonly here: number | undefined;
  /** The line that mends it; nothing: only another machine does. */
  readonly repair: string | undefined;
}

/** What is lower here than there, or is not known here. */
export function lowerLimits(
  there: Readonly<Record<string, number>>,
  here: Readonly<Record<string, number>>,
): LowerLimit[] {
  return limitsList.flatMap(({ name, repair }) => {
    const [old, own] = [there[name], here[name]];
    if (old === undefined || (own !== undefined && own >= old)) return [];
    return [{ name, there: old, here: own, repair: repair?.(old) }];
  });
}
