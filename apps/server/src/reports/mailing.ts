import { createHash } from 'node:crypto';
import type { Db } from '../database/database.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { withoutMailing } from '../mail/mailings.ts';
import type { NewMail, Post } from '../mail/post.ts';
import { sealedId } from '../sealed-id.ts';
import { reportLetter } from './letters.ts';

interface Ports {
  db: Db;
  jobs: Pick<Jobs, 'work'>;
  post: Post;
  secret: string;
}

/** So many mails are queued in one transaction. */
const AT_ONCE = 200;

interface Recipient {
  email: string;
  language: 'en' | 'de';
  /** How they stop it: members as all mails, others by a page of their own. */
  stop: Pick<NewMail, 'mailing' | 'leave'>;
}

/** Mails published reports, whenever one is published on any server. */
export async function mailReports({ db, jobs, post, secret }: Ports): Promise<void> {
  await jobs.work('mail-report', ({ report }) => mailReport({ db, post, secret }, report));
}

/**
 * Queues the mails of a report. Who has got it is written down in the transaction that queues the mail,
 * so a repeat, here or on another server, reaches only those who are left.
 */
export async function mailReport(
  { db, post, secret }: Omit<Ports, 'jobs'>,
  report: string,
): Promise<void> {
  const row = await db
    .selectFrom('report')
    .innerJoin('report_channel as channel', 'channel.team_id', 'report.team_id')
    .innerJoin('team', 'team.id', 'report.team_id')
    .selectAll('report')
    .select(['team.name as team', 'team.language', 'channel.title'])
    .where('report.id', '=', report)
    // Taken back before its mails went out.
    .where('report.state', '=', 'published')
    .executeTakeFirst();
  if (!row) return;
  const members = await db
    .selectFrom('report_reader as reader')
    .innerJoin('team_member as member', (join) =>
      join
        .onRef('member.team_id', '=', 'reader.team_id')
        .onRef('member.user_id', '=', 'reader.user_id'),
    )
    .innerJoin('user', 'user.id', 'reader.user_id')
    .select(['user.id', 'user.email', 'user.language'])
    .where('reader.team_id', '=', row.team_id)
    .execute();
  const people = members.map(({ id }) => id);
  const without = await withoutMailing(db, people, 'report', row.team_id);
  const subscribers =
    row.audience === 'public'
      ? await db
          .selectFrom('report_subscriber')
          .select(['id', 'email'])
          .where('team_id', '=', row.team_id)
          .where('confirmed_at', 'is not', null)
          .execute()
      : [];
  const recipients: Recipient[] = [
    ...members
      .filter(({ id }) => !without.has(id))
      .map(({ id, email, language }) => ({
        email,
        language: language ?? row.language,
        stop: { mailing: { user: id, mailing: 'report' as const, team: row.team_id } },
      })),
    ...subscribers.map(({ id, email }) => ({
      email,
      language: row.language,
      stop: { leave: post.link(`/r/mails/${sealedId(secret, 'report leave', id)}`) },
    })),
  ];
  const url = post.link(row.audience === 'public' ? `/r/${row.key}` : `/reports/${row.id}`);
  for (let from = 0; from < recipients.length; from += AT_ONCE) {
    const some = recipients.slice(from, from + AT_ONCE);
    await db.transaction().execute(async (tx) => {
      for (const { email, language, stop } of some) {
        if (!(await isFirst(tx, report, email))) continue;
        const letter = reportLetter({ ...row, author: row.author_name, url, language });
        await post.queue(tx, { to: email, kind: 'report', letter, ...stop });
      }
    });
  }
}

/** Whether this address has not got the report yet; from now on it has. */
async function isFirst(tx: Db, report: string, email: string): Promise<boolean> {
  const recipient = createHash('sha256').update(email.toLowerCase()).digest('base64url');
  const kept = await tx
    .insertInto('report_mailing')
    .values({ report_id: report, recipient })
    .onConflict((conflict) => conflict.doNothing())
    .returning('report_id')
    .executeTakeFirst();
  return kept !== undefined;
}
