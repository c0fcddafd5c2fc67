import { pipeline } from 'node:stream/promises';
import type { Db } from '../database/database.ts';
import { answerProblem } from '../http/answer.ts';
import type { Context } from '../http/context.ts';
import { record } from '../operations/audit/record.ts';
import { roleInOrganization } from '../organizations/access.ts';
import { managesTeam } from '../teams/access.ts';
import { readFile } from './files/keep-file.ts';

const PATH = /^\/api\/exports\/([0-9a-f-]{36})\/file$/;

/** The export whose file a path asks for. */
export const exportIn = (path: string): string | null => PATH.exec(path)?.[1] ?? null;

/**
 * Answers `GET /api/exports/{export}/file` with the archive, piece by piece; only to who had it made. Beside the
 * contract, as answers there are held in memory whole.
 */
export async function answerExport(context: Context, job: string): Promise<void> {
  const { app, request, response, countAs } = context;
  countAs('/api/exports/{export}/file');
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return answerProblem(response, 'not-found');
  const session = await context.session();
  if (!session) return answerProblem(response, 'signed-out');
  const db = app.dbOf(session.user.id);
  const file = await db
    .selectFrom('data_job')
    .innerJoin('kept_file', 'kept_file.id', 'data_job.file_id')
    .select(['kept_file.id', 'kept_file.name', 'kept_file.bytes'])
    .select(['data_job.organization_id', 'data_job.team_id'])
    .where('data_job.id', '=', job)
    .where('data_job.user_id', '=', session.user.id)
    .where('data_job.kind', '=', 'export')
    .where('data_job.state', '=', 'ready')
    .where('kept_file.bytes', 'is not', null)
    .executeTakeFirst();
  if (!file || !(await mayStill(db, session.user.id, file)))
    return answerProblem(response, 'not-found');
  await record(db, { act: 'export-fetched', actor: session.user.id, about: { export: job } });
  response.writeHead(200, {
    'content-type': 'application/zip',
    'content-length': Number(file.bytes),
    'content-disposition': `attachment; filename="${file.name}"`,
    'cache-control': 'no-store',
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  await pipeline(readFile(db, file.id), response).catch((error: unknown) => {
    // Whoever fetched it went away; there is no answer left to give.
    context.log.info({ err: error }, 'a download was broken off');
  });
}

/** Whoever had it made may have lost the role that allowed it since. */
async function mayStill(
  db: Db,
  user: string,
  about: { organization_id: string | null; team_id: string | null },
): Promise<boolean> {
  if (about.team_id !== null) return managesTeam(db, user, about.team_id);
  if (about.organization_id === null) return true;
  const role = await roleInOrganization(db, user, about.organization_id);
  return role === 'owner' || role === 'admin';
}
