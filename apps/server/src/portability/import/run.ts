import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { App } from '../../app.ts';
import type { Db } from '../../database/database.ts';
import { notify } from '../../notifications/notify.ts';
import { needOrganization } from '../../organizations/access.ts';
import {
  ORGANIZATION,
  OrganizationFile,
  TeamFile,
  type Manifest,
  type PeopleFile,
} from '../archive/files.ts';
import { openArchive, type Archive } from '../archive/read-zip.ts';
import { missingOf, waitInOrganization } from '../awaited/wait.ts';
import { fault, Fault } from '../fault.ts';
import { deleteFile, readFile } from '../files/keep-file.ts';
import { endJob, takeUp, tellProgress, type JobRow } from '../jobs.ts';
import { inviteMissing } from './invite-missing.ts';
import { matchPeople } from './people.ts';
import type { ImportResult } from './plan.ts';
import { readChecked, readManifest, readPeople } from './read.ts';
import { importTeam } from './team.ts';

const TELL_EVERY = 500;

/** The job was cancelled, or another server took it up too and was quicker: nothing is left to do or to tell. */
class Overtaken extends Error {}

type Importing = Pick<App, 'db' | 'log' | 'settings' | 'post'>;

/**
 * Makes the teams of an archive, each in one transaction that also writes down that it is made: where a
 * server goes away in the midst of it, another goes on with the next team.
 */
export async function runImport(app: Importing, job: string, isLastTry: boolean): Promise<void> {
  const row = await takeUp(app.db, job);
  if (!row) return;
  try {
    await make(app, row);
  } catch (error) {
    if (error instanceof Overtaken) return;
    if (!(error instanceof Fault) && !isLastTry) throw error;
    if (!(error instanceof Fault)) app.log.error({ err: error, job }, 'an import failed');
    const { code, where } = error instanceof Fault ? error : fault('defect');
    await app.db.transaction().execute(async (tx) => {
      await endJob(tx, job, { state: 'failed', failure: code, failed_at: where });
      await leaveNothingEmpty(tx, job);
    });
    // Whoever tries again sends it again, mended.
    if (row.file_id !== null) await deleteFile(app.db, row.file_id);
  }
}

async function make(app: Importing, row: JobRow): Promise<void> {
  if (row.file_id === null) throw fault('no-archive');
  const archive = await openArchive(readFile(app.db, row.file_id));
  let first: string | null;
  try {
    first = await importAll(app, row, archive);
  } finally {
    await archive.close();
  }
  await app.db.transaction().execute(async (tx) => {
    await endJob(tx, row.id, { state: 'ready', file_id: null });
    await notify(tx, {
      kind: 'import-done',
      to: [row.user_id],
      team: first,
      about: { import: row.id },
      once: row.id,
    });
  });
  await deleteFile(app.db, row.file_id);
}

/** @returns the first team that it has made, if any */
async function importAll(app: Importing, row: JobRow, archive: Archive): Promise<string | null> {
  const { db } = app;
  const manifest = await readManifest(archive);
  const people = await readPeople(archive);
  const organization = await intoOrganization(db, row, { archive, manifest, people });
  const wanted = manifest.teams.filter(({ id }) => row.plan.teams?.includes(id) ?? true);
  const progress = progressOf(db, row.id, wanted);
  let first: string | null = null;
  for (const line of wanted) {
    const before = row.result.teams?.[line.id];
    if (before) {
      first ??= before.id;
      progress.skip(line.meetings + 1);
      continue;
    }
    await db.transaction().execute(async (tx) => {
      const matched = await matchPeople(tx, people, { organization, user: row.user_id });
      const team = await importTeam(tx, app, archive, line, {
        organization,
        importer: row.user_id,
        people: matched,
        missing: missingOf(people, matched),
        step: progress.step,
      });
      await noteMade(tx, row.id, line.id, team);
      first ??= team.id;
      if (row.plan.invite === true)
        await inviteMissing(
          tx,
          app,
          row.user_id,
          team,
          await missingIn(archive, line, people, matched),
        );
    });
    await progress.step();
  }
  return first;
}

interface Read {
  readonly archive: Archive;
  readonly manifest: Manifest;
  readonly people: PeopleFile;
}

/** The one that was chosen, if whoever asked may still change it; or a new one as the archive has it, made once. */
async function intoOrganization(
  db: Db,
  row: JobRow,
  { archive, manifest, people }: Read,
): Promise<string> {
  if (row.organization_id !== null) {
    await needOrganization(db, row.user_id, row.organization_id, 'manage').catch(() => {
      throw fault('not-allowed');
    });
    return row.organization_id;
  }
  const { name, id: archived } = manifest.organization;
  const whole =
    manifest.kind === 'organization'
      ? await readChecked(archive, ORGANIZATION, OrganizationFile)
      : null;
  const taken = await db
    .selectFrom('organization')
    .select('id')
    .where('id', '=', archived)
    .executeTakeFirst();
  const id = taken ? randomUUIDv7() : archived;
  return db.transaction().execute(async (tx) => {
    // Another server may have taken this one for gone, and does the same.
    const job = await tx
      .selectFrom('data_job')
      .select('organization_id')
      .where('id', '=', row.id)
      .forUpdate()
      .executeTakeFirst();
    if (job?.organization_id) return job.organization_id;
    await tx
      .insertInto('organization')
      .values({ id, name, ...(whole && { created_at: new Date(whole.createdAt) }) })
      .execute();
    await tx
      .insertInto('organization_member')
      .values({ organization_id: id, user_id: row.user_id, role: 'owner' })
      .execute();
    if (whole) {
      const matched = await matchPeople(tx, people, { organization: id, user: row.user_id });
      await waitInOrganization(tx, id, whole, missingOf(people, matched));
    }
    await tx
      .updateTable('data_job')
      .set({ organization_id: id, result: JSON.stringify({ organization: id }) })
      .where('id', '=', row.id)
      .execute();
    return id;
  });
}

/** An organization that was made for teams which did not come goes again, unless somebody else is in it by now. */
async function leaveNothingEmpty(tx: Db, job: string): Promise<void> {
  const made = await tx
    .selectFrom('data_job')
    .innerJoin('organization', (join) =>
      join.on(sql<boolean>`organization.id::text = data_job.result ->> 'organization'`),
    )
    .select('organization.id')
    .where('data_job.id', '=', job)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('team').whereRef('team.organization_id', '=', 'organization.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('organization_member')
            .whereRef('organization_id', '=', 'organization.id')
            .whereRef('user_id', '<>', 'data_job.user_id'),
        ),
      ),
    )
    .executeTakeFirst();
  if (!made) return;
  // The job is told of as before; with its organization it would go as well.
  await tx.updateTable('data_job').set({ organization_id: null }).where('id', '=', job).execute();
  await tx.deleteFrom('organization').where('id', '=', made.id).execute();
}

/** Written beside the team: who does the job again finds it made. Throws `Overtaken` when it was made meanwhile. */
async function noteMade(
  tx: Db,
  job: string,
  archived: string,
  team: ImportResult['teams'][string],
): Promise<void> {
  const made = JSON.stringify({ [archived]: team });
  const { numUpdatedRows } = await tx
    .updateTable('data_job')
    .set({
      result: sql<string>`jsonb_build_object('teams', coalesce(result -> 'teams', '{}') || ${made}::jsonb)`,
    })
    .where('id', '=', job)
    .where('state', '=', 'working')
    .where(sql<boolean>`not coalesce(result -> 'teams', '{}') ? ${archived}`)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Overtaken();
}

function progressOf(db: Db, job: string, teams: Manifest['teams']) {
  const total = teams.reduce((sum, { meetings }) => sum + meetings + 1, 0);
  let done = 0;
  let toldAt = -Infinity;
  return {
    skip: (steps: number) => {
      done += steps;
    },
    step: async (): Promise<void> => {
      done += 1;
      const now = performance.now();
      if (now - toldAt < TELL_EVERY && done < total) return;
      toldAt = now;
      if (!(await tellProgress(db, job, { done: Math.min(done, total), total })))
        throw new Overtaken();
    },
  };
}

async function missingIn(
  archive: Archive,
  { folder }: Manifest['teams'][number],
  people: PeopleFile,
  matched: ReadonlyMap<string, string>,
): Promise<string[]> {
  const { members } = await readChecked(archive, `${folder}/team.json`, TeamFile);
  const ids = new Set(members.map(({ person }) => person));
  return people.filter(({ id }) => ids.has(id) && !matched.has(id)).map(({ email }) => email);
}
