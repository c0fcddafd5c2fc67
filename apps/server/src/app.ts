import type { Activity } from '@rondo/library';
import type { Logger } from 'pino';
import type { Accounts } from './accounts/accounts.ts';
import type { Billing } from './billing/port.ts';
import type { Database, Db } from './database/database.ts';
import type { Limits } from './http/limits.ts';
import type { Insight } from './insight/insight.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Post } from './mail/post.ts';
import type { Meetings } from './open-live.ts';
import type { Doctor } from './operations/doctor/service.ts';
import type { Settings } from './settings/list.ts';

/** What everything in the server stands on; made once, at the start. */
export interface App
  extends
    Pick<Database, 'dbOf' | 'pool' | 'openPool'>,
    Pick<Accounts, 'sessions' | 'mailSignInLink'>,
    Meetings {
  /**
   * In endpoints for people who are signed in, theirs alone (`dbOf`); everywhere else it sees every row.
   */
  readonly db: Db;
  /** Sees every row, for what a person may do beyond their own teams, such as following an invitation. */
  readonly dbForAll: Db;
  readonly settings: Settings;
  readonly log: Logger;
  readonly limits: Limits;
  readonly jobs: Jobs;
  readonly post: Post;
  /** The payment service; null: nothing is paid through this server. */
  readonly billing: Billing | null;
  readonly doctor: Pick<Doctor, 'look'>;
  /** Notes how much Rondo is used. */
  readonly insight: Insight;
  /** What signed links are sealed with, and secrets of webhooks where they are stored. */
  readonly linkSecret: string;
  /** The activities by id. */
  readonly library: ReadonlyMap<string, Activity>;
}
