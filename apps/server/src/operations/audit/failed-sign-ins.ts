import type { Logger } from 'pino';
import type { Db } from '../../database/database.ts';
import { networkOf } from './network.ts';
import { record } from './record.ts';

export interface FailedSignIns {
  readonly count: (address: string) => void;
  /** Writes down what was counted last. */
  readonly stop: () => Promise<void>;
}

const EVERY_MS = 60_000;
/** Networks of one minute that get a row of their own; the rest is one row. */
const MOST_NETWORKS = 100;

/** One row a minute and network: who tries many passwords must not fill the log. */
export function countFailedSignIns(db: Db, log: Logger): FailedSignIns {
  let counts = new Map<string, number>();
  const flush = async (): Promise<void> => {
    const counted = counts;
    counts = new Map();
    for (const [network, count] of counted) {
      const address = network === '' ? {} : { address: network.replace(/\/\d+$/, '') };
      const about = { count: String(count) };
      await record(db, { act: 'sign-ins-failed', actor: null, ...address, about });
    }
  };
  const flushOrSay = (): Promise<void> =>
    flush().catch((error: unknown) =>
      log.error({ err: error }, 'could not write down failed sign-ins'),
    );
  const timer = setInterval(() => void flushOrSay(), EVERY_MS);
  timer.unref();
  return {
    count: (address) => {
      const network = networkOf(address) ?? '';
      const key = counts.has(network) || counts.size < MOST_NETWORKS ? network : '';
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    stop: async () => {
      clearInterval(timer);
      await flushOrSay();
    },
  };
}
