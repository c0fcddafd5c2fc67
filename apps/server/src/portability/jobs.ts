import { randomUUIDv7 } from 'node:crypto';
import type { DataJob } from '@rondo/contract';
import { sql, type Selectable } from 'kysely';
import type { Db } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { problem } from '../http/problem.ts';
import type { Jobs } from '../jobs/jobs.ts';

export type JobRow = Selectable<Tables['data_job']>;

/** Exports and imports of one person at the same time; more wait for nobody. */
const MOST_AT_ONCE = 3;
const MOST_LISTED = 50;

export type NewJob = Pick<
  JobRow,
  'kind' | 'scope' | 'user_id' | 'organization_id' | 'team_id' | 'file_id'
> & { readonly plan?: object };

/** Writes down what is wished for, and has it done. @returns its id; throws `too-many` */
export async function askFor(
  tx: Db,
  jobs: Jobs,
  { plan = {}, ...wanted }: NewJob,
): Promise<string> {
  const { n } = await tx
    .selectFrom('data_job')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('user_id', '=', wanted.user_id)
    .where('state', 'in', ['waiting', 'working'])
    .executeTakeFirstOrThrow();
  if (Number(n) >= MOST_AT_ONCE) throw problem('too-many', 60);
  const id = randomUUIDv7();
  await tx
    .insertInto('data_job')
    .values({ id, ...wanted, plan: JSON.stringify(plan) })
    .execute();
  await jobs.add(wanted.kind, { job: id }, tx);
  return id;
}

/** Takes a job up; null: it was cancelled or is done. */
export async function takeUp(db: Db, job: string): Promise<JobRow | null> {
  const row = await db
    .updateTable('data_job')
    .set({ state: 'working', done: 0 })
    .where('id', '=', job)
    .where('state', 'in', ['waiting', 'working'])
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** Says how far it is. False: somebody has cancelled it. */
export async function tellProgress(
  db: Db,
  job: string,
  progress: { done: number; total: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('data_job')
    .set(progress)
    .where('id', '=', job)
    .where('state', '=', 'working')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Nobody waits for it any more. */
export async function endJob(
  tx: Db,
  job: string,
  end:
    | { state: 'ready'; file_id: string | null }
    | { state: 'failed'; failure: string; failed_at: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('data_job')
    .set({
      ...end,
      ended_at: sql<Date>`now()`,
      ...(end.state === 'ready' && { done: sql<number>`total` }),
    })
    .where('id', '=', job)
    .where('state', '=', 'working')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const select = (db: Db, user: string) =>
  db
    .selectFrom('data_job')
    .leftJoin('organization', 'organization.id', 'data_job.organization_id')
    .leftJoin('team', 'team.id', 'data_job.team_id')
    .leftJoin('kept_file', 'kept_file.id', 'data_job.file_id')
    .selectAll('data_job')
    .select([
      'organization.name as organization_name',
      'team.name as team_name',
      'kept_file.name as file_name',
      'kept_file.bytes',
      'kept_file.expires_at',
    ])
    .where('data_job.user_id', '=', user);

type Found = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function told(row: Found): DataJob {
  const isThere =
    row.kind === 'export' && row.state === 'ready' && row.bytes !== null && row.file_id !== null;
  return {
    id: row.id,
    kind: row.kind,
    scope: row.scope,
    about: row.team_name ?? row.organization_name ?? row.file_name ?? '',
    organization: row.organization_id,
    team: row.team_id,
    state: row.state,
    done: row.done,
    total: row.total,
    failure: row.failure as DataJob['failure'],
    failedAt: row.failed_at,
    askedAt: row.asked_at.toISOString(),
    file:
      isThere && row.expires_at && row.file_name !== null
        ? { name: row.file_name, bytes: Number(row.bytes), until: row.expires_at.toISOString() }
        : null,
    made: Object.values(row.result.teams ?? {}),
  };
}

/** Somebody's own, the latest first. */
export async function listJobs(
  db: Db,
  user: string,
  about: { organization?: string | undefined; team?: string | undefined },
): Promise<DataJob[]> {
  let query = select(db, user).orderBy('data_job.asked_at', 'desc').limit(MOST_LISTED);
  if (about.organization !== undefined)
    query = query
      .where('data_job.organization_id', '=', about.organization)
      .where('data_job.team_id', 'is', null);
  if (about.team !== undefined) query = query.where('data_job.team_id', '=', about.team);
  return (await query.execute()).map(told);
}

export async function readJob(db: Db, user: string, job: string): Promise<DataJob> {
  const row = await select(db, user).where('data_job.id', '=', job).executeTakeFirst();
  if (!row) throw problem('not-found');
  return told(row);
}

/** Stops what is not done yet; takes away what is kept of it. */
export async function cancelJob(db: Db, user: string, job: string): Promise<void> {
  const row = await db
    .selectFrom('data_job')
    .select(['file_id', 'state'])
    .where('id', '=', job)
    .where('user_id', '=', user)
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('data_job')
      .set({ state: 'cancelled', ended_at: sql<Date>`now()` })
      .where('id', '=', job)
      .where('state', 'in', ['waiting', 'working'])
      .execute();
    if (row.file_id !== null)
      await tx.deleteFrom('kept_file').where('id', '=', row.file_id).execute();
  });
}
