import type { Db } from '../../database/database.ts';
import { record } from '../audit/record.ts';

/** What is done for the server's sake, and worth knowing when it was done last. */
export type RunKind =
  | 'doctor'
  | 'rehearsal'
  | 'backup'
  | 'restore-test'
  | 'restore'
  | 'settings-export'
  | 'upgrade';

export interface Run {
  readonly at: Date;
  readonly succeeded: boolean;
  /** As its kind describes it. */
  readonly result: unknown;
}

/** Writes down that it was done. @param result figures and names of settings; no word of anybody, no secret */
export async function recordRun(
  db: Db,
  kind: RunKind,
  run: { succeeded: boolean; result: unknown },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('operation_run')
      .values({ kind, succeeded: run.succeeded, result: JSON.stringify(run.result) })
      .execute();
    const about = { kind, succeeded: String(run.succeeded) };
    await record(tx, { act: 'operation-run', actor: null, about });
  });
}

/** The last one. @param onlyGood whether to leave out those that failed */
export async function latestRun(
  db: Db,
  kind: RunKind,
  { onlyGood = false } = {},
): Promise<Run | undefined> {
  let query = db
    .selectFrom('operation_run')
    .select(['at', 'succeeded', 'result'])
    .where('kind', '=', kind)
    .orderBy('at', 'desc')
    .limit(1);
  if (onlyGood) query = query.where('succeeded', '=', true);
  return query.executeTakeFirst();
}
