import type { DataJob } from '@rondo/contract';
import type { App } from '../app.ts';
import { needSeen } from '../database/seen.ts';
import { signedIn } from '../http/endpoints.ts';
import type { Limit } from '../http/limits.ts';
import { record } from '../operations/audit/record.ts';
import { needOrganization } from '../organizations/access.ts';
import { needLead } from '../teams/access.ts';
import { beginUpload, keepPiece, needWhole, removeUpload } from './files/uploads.ts';
import { previewArchive } from './import/preview.ts';
import { askFor, cancelJob, listJobs, readJob, type NewJob } from './jobs.ts';

const EXPORTS: Limit = { name: 'export', most: 20, seconds: 3_600 };
const UPLOADS: Limit = { name: 'upload', most: 40, seconds: 3_600 };
const PIECES: Limit = { name: 'upload-piece', most: 8_000, seconds: 3_600 };
const LOOKS: Limit = { name: 'import-look', most: 120, seconds: 3_600 };

type Scoped = Pick<NewJob, 'scope' | 'organization_id' | 'team_id'>;

async function exportOf(app: App, user: string, scoped: Scoped): Promise<DataJob> {
  const { organization_id: organization, team_id: team } = scoped;
  if (organization !== null) await needSeen(app.db, 'organization', organization);
  if (team !== null) await needSeen(app.db, 'team', team);
  await app.limits.count(EXPORTS, user);
  // Jobs wait in tables that are nobody's; who may ask has been looked at.
  const job = await app.dbForAll.transaction().execute(async (tx) => {
    const wanted = { kind: 'export', user_id: user, file_id: null, ...scoped } as const;
    const id = await askFor(tx, app.jobs, wanted);
    const of = scoped.team_id ?? scoped.organization_id ?? '';
    const about = { export: id, scope: scoped.scope, of };
    await record(tx, { act: 'data-exported', actor: user, about });
    return id;
  });
  return readJob(app.db, user, job);
}

export const dataJobsRouter = signedIn.dataJobs.router({
  list: signedIn.dataJobs.list.handler(async ({ context: { app, user }, input }) => ({
    jobs: await listJobs(app.db, user.id, input),
  })),
  get: signedIn.dataJobs.get.handler(({ context: { app, user }, input }) =>
    readJob(app.db, user.id, input.job),
  ),
  exportOrganization: signedIn.dataJobs.exportOrganization.handler(
    async ({ context: { app, user }, input: { organization } }) => {
      await needOrganization(app.db, user.id, organization, 'manage');
      const scoped = {
        scope: 'organization',
        organization_id: organization,
        team_id: null,
      } as const;
      return exportOf(app, user.id, scoped);
    },
  ),
  exportTeam: signedIn.dataJobs.exportTeam.handler(
    async ({ context: { app, user }, input: { team } }) => {
      await needLead(app.db, user.id, team);
      const { organization_id } = await app.db
        .selectFrom('team')
        .select('organization_id')
        .where('id', '=', team)
        .executeTakeFirstOrThrow();
      return exportOf(app, user.id, { scope: 'team', organization_id, team_id: team });
    },
  ),
  exportMe: signedIn.dataJobs.exportMe.handler(({ context: { app, user } }) =>
    exportOf(app, user.id, { scope: 'person', organization_id: null, team_id: null }),
  ),
  cancel: signedIn.dataJobs.cancel.handler(async ({ context: { app, user }, input }) => {
    await cancelJob(app.db, user.id, input.job);
    return {};
  }),
});

export const uploadsRouter = signedIn.uploads.router({
  begin: signedIn.uploads.begin.handler(async ({ context: { app, user }, input }) => {
    await app.limits.count(UPLOADS, user.id);
    return beginUpload(app.db, user.id, input);
  }),
  piece: signedIn.uploads.piece.handler(
    async ({ context: { app, user }, input: { upload, n, body } }) => {
      await app.limits.count(PIECES, user.id);
      const bytes = Buffer.from(body, 'base64');
      await keepPiece(app.db, user.id, { upload, n, body: bytes });
      return {};
    },
  ),
  remove: signedIn.uploads.remove.handler(async ({ context: { app, user }, input }) => {
    await removeUpload(app.db, user.id, input.upload);
    return {};
  }),
});

export const archivesRouter = signedIn.archives.router({
  preview: signedIn.archives.preview.handler(
    async ({ context: { app, user }, input: { upload, organization } }) => {
      if (organization !== null) {
        await needOrganization(app.db, user.id, organization, 'manage');
        await needSeen(app.db, 'organization', organization);
      }
      await needWhole(app.db, user.id, upload);
      await app.limits.count(LOOKS, user.id);
      return previewArchive(app.db, upload, { organization, user: user.id });
    },
  ),
  import: signedIn.archives.import.handler(
    async ({ context: { app, user }, input: { upload, organization, teams, invite } }) => {
      if (organization !== null) await needOrganization(app.db, user.id, organization, 'manage');
      await needWhole(app.db, user.id, upload);
      await app.limits.count(EXPORTS, user.id);
      const job = await app.dbForAll.transaction().execute(async (tx) => {
        const id = await askFor(tx, app.jobs, {
          kind: 'import',
          scope: 'organization',
          user_id: user.id,
          organization_id: organization,
          team_id: null,
          file_id: upload,
          plan: { teams: teams ?? null, invite },
        });
        const about = {
          import: id,
          organization: organization ?? '',
          teams: teams === undefined ? 'all' : String(teams.length),
        };
        await record(tx, { act: 'data-imported', actor: user.id, about });
        return id;
      });
      return readJob(app.db, user.id, job);
    },
  ),
});
