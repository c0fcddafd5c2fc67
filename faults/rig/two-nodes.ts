import { randomBytes } from 'node:crypto';
import { freePort } from '../../bench/free-port.ts';
import { serverProcess, type ServerProcess } from '../../deploy/testing/server-process.ts';

export interface TwoNodes {
  readonly nodes: readonly [ServerProcess, ServerProcess];
  /** For `meetingOn`: every second one is at the second node. */
  readonly urls: (each: number) => readonly string[];
}

/**
 * Two servers of one installation.
 * @param after takes what has to be done in the end: `afterAll`, or in a test `onTestFinished`
 * @param own what is different for each of them
 */
export async function twoNodes(
  after: (clean: () => Promise<void>) => unknown,
  environment: Readonly<Record<string, string>>,
  own: readonly Readonly<Record<string, string>>[] = [],
): Promise<TwoNodes> {
  const shared = { ...environment, RONDO_SECRET: randomBytes(32).toString('hex') };
  const start = async (each: number): Promise<ServerProcess> => {
    const server = await serverProcess(await freePort(), { ...shared, ...own[each] });
    after(async () => void (await server.kill('SIGKILL')));
    return server;
  };
  // The first brings the database up to date.
  const first = await start(0);
  const second = await start(1);
  // The latest code is the one that counts.
  const nodes = [{ ...first, claimCode: second.claimCode }, second] as const;
  return { nodes, urls: (each) => [nodes[each % 2 === 0 ? 0 : 1].url] };
}
