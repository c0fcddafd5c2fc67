import type { Finding } from '../../check.ts';
import { ALL_LOCAL_PORTS, LOCAL_PORTS, localPorts, sysctlLine } from '../../sysctl.ts';

/** A proxy that stands before this server, on the same machine, read from its configuration and its limits. */
export interface Proxy {
  readonly kind: 'nginx' | 'HAProxy' | 'Caddy';
  readonly pid: number;
  /** The file that its settings begin in. */
  readonly file: string;
  /** How many people fit through at the same moment, and what runs out then. */
  readonly people: number;
  readonly limitedBy: string;
  /** The lines that let so many through, ready to be written. */
  readonly repairFor: (people: number) => string;
  /** What else in its settings cuts meetings or keeps people out. */
  readonly faults: readonly Fault[];
}

export interface Fault extends Pick<Finding, 'measured' | 'threshold' | 'repair'> {
  readonly severity: 'failure' | 'warning';
  /** Such as `/etc/nginx/nginx.conf:12`. */
  readonly place: string;
}

/** A proxy of ours whose settings cannot be read from here. */
export interface Unreadable {
  readonly kind: Proxy['kind'];
  readonly why: string;
}

/** Sockets say something at least this often, seconds. */
export const HEARTBEAT_SECONDS = 28;

/** A limit for so many, as one writes such numbers. */
export const roomFor = (connections: number): number =>
  2 ** Math.max(10, Math.ceil(Math.log2(connections)));

/** `50s`, `1h 30m`, `500ms`; seconds. @param bare what a number without a unit is in, in seconds */
export function secondsOf(text: string, bare: number): number {
  const units: Record<string, number> = { us: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3_600, d: 86_400 };
  let sum = 0;
  for (const [, number, unit = ''] of text.matchAll(/(\d+(?:\.\d+)?)\s*(us|ms|s|m|h|d)?/g))
    sum += Number(number) * (units[unit] ?? bare);
  return sum;
}

/** From 32768 to 60999, as Linux comes. */
const USUAL_PORTS = 28_232;

/** Ports that this machine gives to connections to one address. */
export function portsPerAddress(read: (path: string) => string | undefined): number {
  return localPorts(read) ?? USUAL_PORTS;
}

export const PORTS_REPAIR = `\`${sysctlLine(LOCAL_PORTS, ALL_LOCAL_PORTS)}\`; or a second address of the server (127.0.0.2) as one more upstream`;
