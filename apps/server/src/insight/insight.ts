import type { Activity } from '@rondo/library';
import type { Logger } from 'pino';
import type { Db } from '../database/database.ts';
import { noteActs, type Acts } from './acts.ts';
import { countWhatIsDue, forgetOldDays } from './catch-up.ts';
import { countVisits, forgetVisitors, type Visits } from './visits.ts';
import { dayOf } from './weeks.ts';

/** How much Rondo is used: what is noted for it, and counting it. */
export interface Insight {
  readonly acts: Pick<Acts, 'acted' | 'inMeeting'>;
  readonly visits: Pick<Visits, 'seen'>;
  /** In UTC. */
  readonly today: () => string;
  /** Brings the counts up to date for whoever looks, where that is quick; else the next job does. */
  readonly beUpToDate: () => Promise<void>;
  /** Counts what is new, and deletes what is kept no longer. */
  readonly tend: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Who looks waits no longer than this for what was not counted yet, ms. */
const QUICK_MS = 100;

interface Parts {
  db: Db;
  library: ReadonlyMap<string, Activity>;
  log: Logger;
  /** Ms since 1970. */
  now?: () => number;
}

export function openInsight({ db, library, log, now = Date.now }: Parts): Insight {
  const acts = noteActs({
    db,
    categoryOf: (activity) => library.get(activity)?.category,
    now,
    log,
  });
  const visits = countVisits(db, now, log);
  const today = (): string => dayOf(now());
  return {
    acts,
    visits,
    today,
    beUpToDate: async () => {
      await Promise.all([acts.flush(), visits.flush()]);
      const state = await db.selectFrom('count_state').select('took_ms').executeTakeFirst();
      if (!state || state.took_ms <= QUICK_MS) await countWhatIsDue(db, today());
    },
    tend: async () => {
      await countWhatIsDue(db, today());
      await forgetOldDays(db, today());
      await forgetVisitors(db, now());
    },
    stop: async () => {
      await Promise.all([acts.stop(), visits.stop()]);
    },
  };
}
