import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { problem } from './problem.ts';

export interface Limit {
  /** Appears in the database; never change it. */
  readonly name: string;
  /** How often in `seconds`. */
  readonly most: number;
  readonly seconds: number;
}

export interface Limits {
  /**
   * Counts one use of what is limited, for everybody behind `key` (an address, a person).
   * Throws `too-many` with the seconds to wait.
   */
  readonly count: (limit: Limit, key: string) => Promise<void>;
}

/** Counted in the database, so that limits hold over restarts and for all servers together. */
export function makeLimits(pool: Pool): Limits {
  const limiters = new Map<Limit, RateLimiterPostgres>();
  const limiterOf = (limit: Limit): RateLimiterPostgres => {
    const made =
      limiters.get(limit) ??
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        tableName: 'limit_count',
        tableCreated: true,
        keyPrefix: limit.name,
        points: limit.most,
        duration: limit.seconds,
        // Who is over the limit is refused from memory, without asking the database again.
        inMemoryBlockOnConsumed: limit.most + 1,
      });
    limiters.set(limit, made);
    return made;
  };
  return {
    count: async (limit, key) => {
      try {
        await limiterOf(limit).consume(key);
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        throw problem('too-many', Math.ceil(refused.msBeforeNext / 1000));
      }
    },
  };
}
