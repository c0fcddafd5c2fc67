import type { MeetingId } from '@rondo/meeting';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Db } from '../database/database.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { indexOutcome } from './index-outcome.ts';
import { indexReports } from './index-reports.ts';
import { indexTasks } from './index-tasks.ts';

/** So many at a time, each lot in a transaction of its own. */
const AT_ONCE = 200;

/**
 * Lets be found what cannot be found yet: what is older than the search, was stored by a server of the release
 * before, has come by an import, or has moved to another team. Once all can be found it finds nothing to do.
 */
export async function catchUp(db: Db, log: Logger): Promise<void> {
  const outcomes = await untilNone(() => db.transaction().execute(outcomesLeft));
  const tasks = await untilNone(() => db.transaction().execute(tasksLeft));
  const reports = await untilNone(() => db.transaction().execute(reportsLeft));
  // Whoever deletes one by a cascade need not know of its document.
  await sql`
    delete from search_document where kind = 'report'
      and not exists (select from report where report.id = search_document.id)`.execute(db);
  if (outcomes + tasks + reports > 0)
    log.info({ outcomes, tasks, reports }, 'search has caught up');
}

async function untilNone(work: () => Promise<number>): Promise<number> {
  let sum = 0;
  for (let done = await work(); done > 0; done = await work()) sum += done;
  return sum;
}

async function outcomesLeft(tx: Db): Promise<number> {
  const left = await tx
    .selectFrom('outcome')
    .innerJoin('meeting', 'meeting.id', 'outcome.meeting_id')
    .leftJoin('search_document', (join) =>
      join
        .onRef('search_document.meeting_id', '=', 'outcome.meeting_id')
        .on('search_document.kind', '=', 'outcome'),
    )
    .select(['outcome.meeting_id', 'outcome.outcome', 'meeting.team_id'])
    .where(sql<boolean>`search_document.team_id is distinct from meeting.team_id`)
    .limit(AT_ONCE)
    // Whom a meeting that ends again holds up is left for the next time.
    .forUpdate('outcome')
    .skipLocked()
    .execute();
  for (const { meeting_id, outcome, team_id } of left) {
    // The column holds keys of meetings.
    await indexOutcome(tx, team_id, meeting_id as MeetingId, outcome);
  }
  return left.length;
}

async function tasksLeft(tx: Db): Promise<number> {
  const left = await tx
    .selectFrom('task')
    .leftJoin('search_document', 'search_document.task_id', 'task.id')
    .select('task.id')
    .where((e) =>
      e.or([
        e('search_document.id', 'is', null),
        sql<boolean>`search_document.team_id <> task.team_id`,
        // Private meanwhile, by whatever way: found by others no longer.
        sql<boolean>`search_document.private_to is distinct from task.private_to`,
        sql<boolean>`search_document.title <> task.text`,
      ]),
    )
    .limit(AT_ONCE)
    .forUpdate('task')
    .skipLocked()
    .execute();
  await indexTasks(
    tx,
    left.map(({ id }) => id),
  );
  return left.length;
}

async function reportsLeft(tx: Db): Promise<number> {
  const left = await tx
    .selectFrom('report')
    .innerJoin('team', 'team.id', 'report.team_id')
    .leftJoin('search_document', 'search_document.id', 'report.id')
    .leftJoin('search_words', 'search_words.document_id', 'report.id')
    .select('report.id')
    .where((e) =>
      e.or([
        e('search_words.document_id', 'is', null),
        sql<boolean>`search_document.team_id <> report.team_id`,
        sql<boolean>`search_document.title <> coalesce(report.content->>'title', '')`,
        // Published or taken back meanwhile, or in another organization.
        sql<boolean>`(report.state = 'published')
          <> (search_words.words @@ quote_literal('shared=' || team.organization_id)::tsquery)`,
      ]),
    )
    .limit(AT_ONCE)
    .forUpdate('report')
    .skipLocked()
    .execute();
  await indexReports(
    tx,
    left.map(({ id }) => id),
  );
  return left.length;
}

/** Every hour, and once with every start. */
export async function searchCatchesUp(db: Db, jobs: Jobs, log: Logger): Promise<void> {
  await jobs.work('search', () => catchUp(db, log));
  await jobs.add('search', null, db);
}
