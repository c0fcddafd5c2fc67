import type { Check, Finding, Severity } from '../check.ts';
import type { DoctorContext } from '../context.ts';
import { count, finding, notSeen, tooMuch } from '../finding.ts';
import type { Machine } from '../machine.ts';
import { peopleAtPeak } from '../people.ts';
import { ALL_LOCAL_PORTS, LOCAL_PORTS, localPorts, sysctlLine, sysctlNumbers } from '../sysctl.ts';

const id = 'system';
/** What Linux has by default since 5.4, and what the server asks for. */
const BACKLOG = 4_096;
/** So many times what is expected has to fit, and better fits. */
const TIMES = { fail: 2, warn: 4 };
/** Half-open connections that any machine should keep. */
const LEAST_HALF_OPEN = 1_024;

/** Limits of Linux that end before the machine does. */
export const system: Check<DoctorContext> = {
  id,
  means: 'Linux takes as many connections as people come, also all at once',
  scope: 'machine',
  run: async (context) => {
    const { machine } = context;
    const people = peopleAtPeak(context);
    if (machine.platform !== 'linux') {
      return [notSeen(id, `no Linux but ${machine.platform}`, 'Run Rondo on Linux.')];
    }
    return [backlog, halfOpen, ports, tracking].flatMap((look) => look(machine, people) ?? []);
  },
};

type Look = (machine: Machine, people: number) => Finding | undefined;

/** Everybody comes back at once after a restart: whom the queue does not hold waits for seconds. */
const backlog: Look = (machine, people) => {
  const [value] = sysctlNumbers(machine.read, 'net.core.somaxconn');
  if (value === undefined) return undefined;
  const severity: Severity = value >= BACKLOG ? 'ok' : value < people ? 'failure' : 'warning';
  return limit('net.core.somaxconn', severity, value, BACKLOG);
};

const halfOpen: Look = (machine, people) => {
  const [value] = sysctlNumbers(machine.read, 'net.ipv4.tcp_max_syn_backlog');
  if (value === undefined) return undefined;
  const least = Math.min(BACKLOG, Math.max(LEAST_HALF_OPEN, people));
  const severity = value >= least ? 'ok' : 'warning';
  return limit('net.ipv4.tcp_max_syn_backlog', severity, value, least);
};

/** A proxy on this machine needs a port for each person, for one address of a server. */
const ports: Look = (machine, people) => {
  const range = localPorts(machine.read);
  if (range === undefined) return undefined;
  return finding(id, tooMuch(people, { warn: range / TIMES.warn, fail: range / TIMES.fail }), {
    place: LOCAL_PORTS,
    measured: `${count(range)} ports for ${count(people)} people`,
    threshold: `at least ${count(TIMES.fail * people)}, better ${count(TIMES.warn * people)}`,
    repair: `${sysctl(LOCAL_PORTS, ALL_LOCAL_PORTS)}. Not enough still: give the proxy several addresses of the server (127.0.0.1, 127.0.0.2, …), or run several servers.`,
    data: { range, people },
  });
};

/** A firewall that follows connections drops new ones when its table is full. */
const tracking: Look = (machine, people) => {
  const [most] = sysctlNumbers(machine.read, 'net.netfilter.nf_conntrack_max');
  if (most === undefined || most === 0) return undefined;
  const [now = 0] = sysctlNumbers(machine.read, 'net.netfilter.nf_conntrack_count');
  // Through a proxy here, each person is two connections.
  const expected = Math.max(now, 2 * people);
  return finding(id, tooMuch(expected, { warn: most / TIMES.warn, fail: most / TIMES.fail }), {
    place: 'net.netfilter.nf_conntrack_max',
    measured: `${count(most)} connections, ${count(now)} now`,
    threshold: `at least ${count(TIMES.fail * expected)}, better ${count(TIMES.warn * expected)}, for ${count(people)} people`,
    repair: sysctl(
      'net.netfilter.nf_conntrack_max',
      String(2 ** Math.ceil(Math.log2(TIMES.warn * expected))),
    ),
    data: { most, now, people },
  });
};

const limit = (name: string, severity: Severity, value: number, least: number): Finding =>
  finding(id, severity, {
    place: name,
    measured: count(value),
    threshold: `at least ${count(least)}`,
    repair: sysctl(name, String(BACKLOG)),
    data: { value, least },
  });

const sysctl = (name: string, value: string): string =>
  `\`${sysctlLine(name, value)}\`; in a container, on its host or with \`--sysctl ${name}='${value}'\``;
