import { makeLog } from '../../../log.ts';
import { readSettings, type Environment } from '../../../settings/read.ts';
import { NO_PEAK, type Figures } from '../../ledger/read.ts';
import type { ServerNode } from '../../nodes/nodes.ts';
import type { Check, Finding } from '../check.ts';
import type { DoctorContext } from '../context.ts';
import type { Machine } from '../machine.ts';

/** When tests take place. */
export const NOW = Date.parse('2026-11-23T12:00:00Z');

interface World extends Partial<Omit<DoctorContext, 'settings' | 'machine' | 'peak'>> {
  readonly environment?: Environment;
  /** Of the machine, by path. */
  readonly files?: Readonly<Record<string, string | number>>;
  readonly machine?: Partial<Machine>;
  /** Connections at the peak of the last four weeks. */
  readonly people?: number;
}

/** What a check looks with: a machine of these files alone, and whatever else is said. */
export function world({ files = {}, machine, people = 0, ...more }: World = {}): DoctorContext {
  const environment = more.environment ?? {};
  const month: Figures = { ...NO_PEAK.month, sockets: people };
  return {
    settings: readSettings(environment),
    environment,
    db: undefined,
    peak: { ...NO_PEAK, month },
    serversAtPeak: 0,
    nodes: [],
    processes: [{ name: '', pid: 1, databaseConnections: 24 }],
    peers: undefined,
    secretFingerprint: 'abcd',
    now: () => NOW,
    log: makeLog('silent'),
    ...more,
    machine: {
      host: 'here',
      platform: 'linux',
      nodeVersion: '26.10.0',
      read: (path) => (path in files ? String(files[path]) : undefined),
      count: () => undefined,
      space: () => undefined,
      ...machine,
    },
  };
}

/** A server among the others. */
export const node = (name: string, more: Partial<ServerNode> = {}): ServerNode => ({
  name,
  release: '1.0.0',
  host: 'here',
  pid: 1,
  startedAt: new Date(NOW - 3_600_000),
  draining: false,
  databaseConnections: 24,
  ...more,
});

/** What a check finds at one place; without a place, its only finding. Such as `['failure', 'limit 1,024']`. */
export async function found(
  check: Check<DoctorContext>,
  context: DoctorContext,
  place?: string,
): Promise<Finding> {
  const findings = await check.run(context);
  const there = place === undefined ? findings : findings.filter((each) => each.place === place);
  const [only] = there;
  if (!only || there.length !== 1) {
    throw new Error(`${there.length} findings there, of ${JSON.stringify(findings)}`);
  }
  return only;
}
