import type { App } from './app.ts';
import { tendSeats } from './billing/seats.ts';
import { bringUpToDate } from './database/database.ts';
import { tidyUpNightly } from './jobs/tidy-up.ts';
import { sendQueuedMails } from './mail/send.ts';
import { tendIdleMeetings } from './meetings/idle.ts';
import { mailNotices } from './notifications/mail-notices.ts';
import { backUpRegularly } from './operations/backup/schedule.ts';
import type { Deliveries } from './operations/metrics/deliveries.ts';
import { tendPlans } from './plans/due.ts';
import { moveData } from './portability/work.ts';
import { mailReports } from './reports/mailing.ts';
import { searchCatchesUp } from './search/catch-up.ts';
import { tendSeries } from './series/due.ts';
import { tellWhatIsDue } from './tasks/due.ts';
import { tendDueMeetings } from './windows/due.ts';

/**
 * Takes part in the work that is nobody's request: what was asked for before, and what falls due by the
 * clock (`jobs/kinds.ts` has when). Any number of servers may; each job is done by one of them.
 * @param url of the database
 */
export async function beginWork(app: App, url: string, deliveries: Deliveries): Promise<void> {
  const { db, dbOf, jobs, settings, post, log, live, meetingLog, billing } = app;
  await jobs.work('waiting-migrations', () => bringUpToDate(url, log));
  await tidyUpNightly(db, jobs, log);
  await backUpRegularly({ db, url, settings, log }, jobs);

  await sendQueuedMails(db, jobs, settings, post, deliveries, log);
  await mailNotices({ db, dbOf, post, log }, jobs, settings);
  await mailReports({ db, jobs, post, secret: app.linkSecret });

  await jobs.work('idle-meetings', () => tendIdleMeetings({ db, post, live }));
  await jobs.work('due-meetings', () => tendDueMeetings({ db, post, live, meetingLog, log }));
  await jobs.work('due-series', () => tendSeries(app));
  await jobs.work('due-tasks', () => tellWhatIsDue(db));

  await jobs.work('plans', () => tendPlans({ db, settings, post, log }));
  if (billing) {
    await jobs.work('seats', () => tendSeats({ db, billing, log }, { settings, post }));
  }
  await jobs.work('insight', app.insight.tend);
  await searchCatchesUp(db, jobs, log);
  await moveData(app);
}
