import { readFileSync } from 'node:fs';

/** What the server says of itself in `/metrics`, and the kernel of its queues. */
export interface ServerFigures {
  readonly files: number;
  readonly fileLimit: number;
  /** Seconds, since it was last asked. */
  readonly eventLoopP99: number;
  /** Queries that wait for a connection to PostgreSQL. */
  readonly databaseWaiting: number;
  readonly cpuSeconds: number;
  /** Connections that this machine has dropped since `before`, as nobody took them in time. */
  readonly listenDrops: number;
}

/** @param url of the server itself, past every proxy @returns undefined: it is not here, or does not say */
export async function askServer(
  url: string,
  token: string | undefined,
): Promise<ServerFigures | undefined> {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const text = await fetch(`${url}/metrics`, { headers, signal: AbortSignal.timeout(5_000) }).then(
    (response) => (response.ok ? response.text() : undefined),
    // On another machine, or behind a socket of systemd: then only what is seen from outside counts.
    () => undefined,
  );
  if (text === undefined) return undefined;
  const sum = (name: string): number => {
    const lines = text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)`, 'gm'));
    return [...lines].reduce((total, [, value]) => total + Number(value), 0);
  };
  return {
    files: sum('process_unix_file_descriptor_count'),
    fileLimit: sum('rondo_process_file_descriptor_limit') || Infinity,
    eventLoopP99: sum('nodejs_eventloop_delay_p99_seconds'),
    databaseWaiting: sum('db_client_connection_pending_requests'),
    cpuSeconds: sum('process_cpu_time_seconds_total'),
    listenDrops: listenDrops(),
  };
}

/** Since this machine started. */
function listenDrops(): number {
  if (process.platform !== 'linux') return 0;
  const [names = '', values = ''] = readFileSync('/proc/net/netstat', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('TcpExt:'));
  const at = names.split(' ').indexOf('ListenDrops');
  return at < 0 ? 0 : Number(values.split(' ')[at]);
}
