import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Db } from '../database/database.ts';
import { cleanUp } from '../operations/rehearsal/clean-up.ts';
import type { Jobs } from './jobs.ts';

/** What has expired, and is of no use to anybody any more. */
const EXPIRED = [
  sql`delete from session where expires_at < now()`,
  sql`delete from verification where expires_at < now()`,
  sql`delete from sign_up where expires_at < now()`,
  sql`delete from domain_proof where expires_at < now()`,
  sql`delete from limit_count where expire < extract(epoch from now()) * 1000`,
  sql`delete from rate_limit where last_request < extract(epoch from now() - interval '1 day') * 1000`,
  sql`delete from mail where at < now() - interval '90 days'`,
  sql`delete from server_node where seen_at < now() - interval '1 day'`,
  // Nobody has a page open that long without loading it anew.
  sql`delete from web_asset where listed_at < now() - interval '7 days'`,
  // Their pieces go with them.
  sql`delete from kept_file where expires_at < now()`,
  sql`delete from data_job where ended_at < now() - interval '90 days'`,
  sql`delete from erasure_code where expires_at < now()`,
  sql`delete from report_subscriber where confirmed_at is null and asked_at < now() - interval '7 days'`,
  sql`delete from peak where minute < now() - interval '8 weeks'`,
  sql`delete from operation_run where at < now() - interval '400 days'`,
  sql`delete from operation_run where kind = 'doctor' and at < now() - interval '14 days'`,
  // The payment service sends a message again for three days.
  sql`delete from billing_event where at < now() - interval '90 days'`,
  // Of one person: what was read is of no more use, and what was not is no news.
  sql`delete from notification where at < now() - interval '180 days'`,
  sql`delete from webhook_delivery where at < now() - interval '30 days'`,
  sql`delete from team_agenda where cleared_at < now() - interval '400 days'`,
];

/** Every night, deletes what has expired. */
export async function tidyUpNightly(db: Db, jobs: Jobs, log: Logger): Promise<void> {
  await jobs.work('tidy-up', async () => {
    const deleted = await tidyUp(db);
    log.info({ deleted }, 'deleted what had expired');
  });
}

/** @returns how many rows it deleted */
export async function tidyUp(db: Db): Promise<number> {
  // What a rehearsal that crashed has left.
  let deleted = await cleanUp(db, { olderThanMinutes: 60 });
  for (const statement of EXPIRED) {
    const { numAffectedRows } = await statement.execute(db);
    deleted += Number(numAffectedRows ?? 0n);
  }
  return deleted;
}
