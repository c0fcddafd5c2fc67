import type { QueueOptions } from 'pg-boss';

/** What a job of each kind is told. Ids only: what people wrote stays in its own table. */
export interface JobData {
  'send-mail': { mail: string };
  /** Warns of meetings that nobody uses any more, and ends them. */
  'idle-meetings': null;
  /** Opens and closes the phases of running meetings whose time has come. */
  'due-meetings': null;
  /** Makes the meetings that are planned for now. */
  'due-series': null;
  /** Tells people of tasks that are due. */
  'due-tasks': null;
  /** Looks for what would go wrong, for all servers together. */
  doctor: null;
  /** Makes a backup, when it is time for one. */
  backup: null;
  /** Runs the migrations that had to wait until no older release runs any more. */
  'waiting-migrations': null;
  /** Gives notice of teams beyond a plan, and reminds of it. */
  plans: null;
  /** Puts what somebody asked for into an archive. */
  export: { job: string };
  /** Makes what is in an archive. */
  import: { job: string };
  /** Deletes what teams do not want to keep any longer. */
  retention: null;
  /** Tells the payment service how many people are paid for. */
  seats: null;
  /** Brings the counts of the metrics page up to date. */
  insight: null;
  /** Lets be found what cannot be found yet. */
  search: null;
  /** Mails what people want to be told at once. */
  notices: null;
  /** Mails people in their morning what they have not read. */
  digests: null;
  /** Passes on what others want to be told. */
  webhooks: null;
  /** Mails a report that was published. */
  'mail-report': { report: string };
  /** Deletes what has expired. */
  'tidy-up': null;
}

export type JobKind = keyof JobData;

interface Kind {
  readonly queue: QueueOptions;
  /** When it comes up by itself, in UTC. */
  readonly cron?: string;
}

export const jobKinds: Readonly<Record<JobKind, Kind>> = {
  'send-mail': {
    // Eight tries within about half a day; whoever waits for the mail reads why in the outbox.
    queue: { retryLimit: 8, retryDelay: 30, retryBackoff: true, retryDelayMax: 7_200 },
  },
  'idle-meetings': { queue: { retryLimit: 0 }, cron: '41 * * * *' },
  'due-meetings': { queue: { retryLimit: 0 }, cron: '* * * * *' },
  'due-series': { queue: { retryLimit: 0 }, cron: '* * * * *' },
  // Once a day and task; more often, for servers that were away at five.
  'due-tasks': { queue: { retryLimit: 0 }, cron: '37 5-11 * * *' },
  notices: { queue: { retryLimit: 0 }, cron: '* * * * *' },
  digests: { queue: { retryLimit: 0 }, cron: '*/5 * * * *' },
  webhooks: { queue: { retryLimit: 0 }, cron: '* * * * *' },
  doctor: { queue: { retryLimit: 0 }, cron: '23 * * * *' },
  // A large database may take hours.
  backup: { queue: { retryLimit: 0, expireInSeconds: 12 * 3_600 }, cron: '8 * * * *' },
  'waiting-migrations': { queue: { retryLimit: 0 }, cron: '53 * * * *' },
  plans: { queue: { retryLimit: 0 }, cron: '34 * * * *' },
  // Noticed within a minute when the server that does it is gone; then another begins anew.
  export: {
    queue: { retryLimit: 5, retryDelay: 10, expireInSeconds: 6 * 3_600, heartbeatSeconds: 60 },
  },
  import: {
    queue: { retryLimit: 5, retryDelay: 10, expireInSeconds: 6 * 3_600, heartbeatSeconds: 60 },
  },
  retention: { queue: { retryLimit: 0 }, cron: '31 2 * * *' },
  seats: { queue: { retryLimit: 0 }, cron: '11 4 * * *' },
  insight: { queue: { retryLimit: 0 }, cron: '*/5 * * * *' },
  search: { queue: { retryLimit: 0 }, cron: '29 * * * *' },
  'mail-report': { queue: { retryLimit: 5, retryDelay: 30, retryBackoff: true } },
  'tidy-up': { queue: { retryLimit: 0 }, cron: '17 3 * * *' },
};
