import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';
import { version } from '../../version.ts';
import type { Machine } from '../doctor/machine.ts';

/** Longer than this we do not wait for a Valkey that may be away, ms. */
const PATIENCE_MS = 2000;

/** What runs here, by name. */
export async function versionsOf(
  db: Db | undefined,
  machine: Machine,
  bus: URL | undefined,
): Promise<Record<string, string>> {
  return {
    Rondo: version,
    'Node.js': machine.nodeVersion,
    ...(db ? { PostgreSQL: await postgresVersion(db) } : {}),
    system: `${systemName(machine)}, ${process.arch}`,
    ...(bus ? { 'Valkey or Redis': await busVersion(bus) } : {}),
  };
}

async function postgresVersion(db: Db): Promise<string> {
  const { rows } = await sql<{ server_version: string }>`show server_version`.execute(db);
  return rows[0]?.server_version ?? 'unknown';
}

function systemName(machine: Machine): string {
  const release = machine.read('/etc/os-release');
  const name = release === undefined ? undefined : /^PRETTY_NAME="?([^"\n]+)/m.exec(release)?.[1];
  return name ?? machine.platform;
}

async function busVersion(url: URL): Promise<string> {
  // Only where there is one.
  const { createClient } = await import('@redis/client');
  const client = createClient({
    url: url.href,
    socket: { connectTimeout: PATIENCE_MS, reconnectStrategy: false },
  });
  // Said by what `connect` and `info` reject with, too; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const about = await client.info('server');
    const own = /^valkey_version:(\S+)/m.exec(about)?.[1];
    return own ? `Valkey ${own}` : `Redis ${/^redis_version:(\S+)/m.exec(about)?.[1] ?? 'unknown'}`;
  } catch (error) {
    return `does not answer (${error instanceof Error && 'code' in error ? String(error.code) : 'no connection'})`;
  } finally {
    client.destroy();
  }
}
