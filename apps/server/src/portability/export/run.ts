import type { Logger } from 'pino';
import type { Db } from '../../database/database.ts';
import { notify } from '../../notifications/notify.ts';
import { needOrganization } from '../../organizations/access.ts';
import { needLead } from '../../teams/access.ts';
import { zipOf, type Entry } from '../archive/write-zip.ts';
import { fault, Fault } from '../fault.ts';
import { beginFile, deleteFile, writeFile } from '../files/keep-file.ts';
import { endJob, takeUp, tellProgress, type JobRow } from '../jobs.ts';
import { planArchive } from './archive-entries.ts';
import { slug } from './names.ts';
import { planPersonal } from './person/entries.ts';

/** Progress is written down so often at most, ms. */
const TELL_EVERY = 500;

interface Planned {
  readonly name: string;
  readonly files: number;
  readonly entries: AsyncIterable<Entry>;
}

/** Makes an archive that somebody has asked for. Begins anew where a server went away in the midst of it. */
export async function runExport(
  db: Db,
  log: Logger,
  job: string,
  isLastTry: boolean,
): Promise<void> {
  const row = await takeUp(db, job);
  if (!row) return;
  try {
    await make(db, row);
  } catch (error) {
    if (!(error instanceof Fault) && !isLastTry) throw error;
    if (!(error instanceof Fault)) log.error({ err: error, job }, 'an export failed');
    const { code, where } = error instanceof Fault ? error : fault('defect');
    await endJob(db, job, { state: 'failed', failure: code, failed_at: where });
  }
}

async function make(db: Db, row: JobRow): Promise<void> {
  const at = new Date();
  // Of a server that went away in the midst of it.
  if (row.file_id !== null) await deleteFile(db, row.file_id);
  const file = await beginFile(db, { user: row.user_id, name: '', kind: 'made' });
  try {
    await db.updateTable('data_job').set({ file_id: file }).where('id', '=', row.id).execute();
    const name = await db
      .transaction()
      // One moment for everything in it, however long it takes.
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        const planned = await plan(tx, row, at);
        const watched = told(db, row.id, planned);
        await writeFile(db, file, zipOf(watched, at));
        return planned.name;
      });
    await db.transaction().execute(async (tx) => {
      await tx.updateTable('kept_file').set({ name }).where('id', '=', file).execute();
      // Cancelled in the last moment, or another server was quicker.
      if (!(await endJob(tx, row.id, { state: 'ready', file_id: file })))
        throw fault('not-allowed');
      await notify(tx, {
        kind: 'export-ready',
        to: [row.user_id],
        team: row.team_id,
        about: { export: row.id },
        once: row.id,
      });
    });
  } catch (error) {
    await deleteFile(db, file);
    throw error;
  }
}

async function plan(tx: Db, row: JobRow, at: Date): Promise<Planned> {
  const day = at.toISOString().slice(0, 10);
  if (row.scope === 'person') {
    return { ...(await planPersonal(tx, row.user_id, at)), name: `rondo-about-you-${day}.zip` };
  }
  const { organization_id: organization, team_id: team } = row;
  // Rights may have gone since it was asked for.
  const allowed =
    organization === null
      ? Promise.reject(fault('not-allowed'))
      : team === null
        ? needOrganization(tx, row.user_id, organization, 'manage')
        : needLead(tx, row.user_id, team);
  await allowed.catch(() => {
    throw fault('not-allowed');
  });
  const kind = team === null ? 'organization' : 'team';
  const archive = await planArchive(tx, { kind, organization: organization ?? '', team, at });
  const [only] = archive.manifest.teams;
  const about = kind === 'team' && only ? only.name : archive.manifest.organization.name;
  return { ...archive, name: `rondo-${slug(about)}-${day}.zip` };
}

/** The same entries; tells how many have passed. Ends with `Fault` when somebody cancels it. */
async function* told(db: Db, job: string, { entries, files }: Planned): AsyncGenerator<Entry> {
  let done = 0;
  let toldAt = -Infinity;
  for await (const entry of entries) {
    const now = performance.now();
    if (now - toldAt >= TELL_EVERY) {
      toldAt = now;
      const total = Math.max(files, done + 1);
      if (!(await tellProgress(db, job, { done, total }))) throw fault('not-allowed');
    }
    yield entry;
    done += 1;
  }
  await tellProgress(db, job, { done, total: done });
}
