import type { Machine } from './machine.ts';

/** The line for a shell that sets it now, and after every restart of the machine. */
export function sysctlLine(name: string, value: string): string {
  return `echo '${name} = ${value}' >> /etc/sysctl.d/90-rondo.conf && sysctl --system`;
}

/** @param name such as `net.core.somaxconn` @returns nothing: Linux does not say it here */
export function sysctlNumbers(read: Machine['read'], name: string): number[] {
  const text = read(`/proc/sys/${name.replaceAll('.', '/')}`) ?? '';
  return text.split(/\s+/).filter(Boolean).map(Number);
}

export const LOCAL_PORTS = 'net.ipv4.ip_local_port_range';
/** The most there can be: those below are for who serves. */
export const ALL_LOCAL_PORTS = '1024 65535';

/** How many ports this machine has for connections to one address. */
export function localPorts(read: Machine['read']): number | undefined {
  const [first, last] = sysctlNumbers(read, LOCAL_PORTS);
  return first === undefined || last === undefined ? undefined : last - first + 1;
}
