import * as z from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { Uuid } from './shapes.ts';

const tag = 'data';
const errors = ['signed-out', 'not-found', 'not-allowed'] as const;

export const ExportScope = z.enum(['person', 'team', 'organization']);
export type ExportScope = z.infer<typeof ExportScope>;

export const JobState = z.enum(['waiting', 'working', 'ready', 'failed', 'cancelled']);
export type JobState = z.infer<typeof JobState>;

/** Why an export or import came to nothing. */
export const DataFailure = z.enum([
  /** Larger, or with more in it, than a server takes. */
  'too-large',
  /** No ZIP file, or one that is damaged. */
  'no-archive',
  /** A ZIP file, but not of Rondo. */
  'not-ours',
  /** Of a newer release, in a format that this one does not know. */
  'newer',
  /** Something in it is not as it has to be; `at` says where. */
  'broken',
  /** Whoever asked may not do it any more. */
  'not-allowed',
  'plan-limit',
  'defect',
]);
export type DataFailure = z.infer<typeof DataFailure>;

/** Work on data that goes on by itself; only who asked for it sees it. */
export const DataJob = z.object({
  id: Uuid,
  kind: z.enum(['export', 'import']),
  scope: ExportScope,
  /** What it is about, by name. */
  about: z.string(),
  organization: Uuid.nullable(),
  team: Uuid.nullable(),
  state: JobState,
  /** Of `total` steps; both 0 before it is known. */
  done: z.number().int(),
  total: z.number().int(),
  failure: DataFailure.nullable(),
  /** The file in the archive, and what is wrong there. */
  failedAt: z.string().nullable(),
  askedAt: z.iso.datetime(),
  /** What can be fetched from `GET /api/exports/{id}/file`, as a ZIP file; null: nothing yet, or not any more. */
  file: z.object({ name: z.string(), bytes: z.number().int(), until: z.iso.datetime() }).nullable(),
  /** Teams that an import has made so far. */
  made: z.array(z.object({ id: Uuid, name: z.string() })),
});
export type DataJob = z.infer<typeof DataJob>;

const ofJob = z.object({ job: Uuid });

export const dataJobs = {
  list: endpoint(
    'GET /data-jobs',
    { summary: 'Your exports and imports, the latest first', tag, errors: ['signed-out'] },
    z.object({ organization: Uuid.optional(), team: Uuid.optional() }),
    z.object({ jobs: z.array(DataJob) }),
  ),
  get: endpoint(
    'GET /data-jobs/{job}',
    {
      summary: 'How far an export or import of yours is',
      tag,
      errors: ['signed-out', 'not-found'],
    },
    ofJob,
    DataJob,
  ),
  exportOrganization: endpoint(
    'POST /organizations/{organization}/exports',
    { summary: 'Have everything of an organization put into an archive', tag, errors },
    z.object({ organization: Uuid }),
    DataJob,
  ),
  exportTeam: endpoint(
    'POST /teams/{team}/exports',
    { summary: 'Have everything of a team put into an archive', tag, errors },
    z.object({ team: Uuid }),
    DataJob,
  ),
  exportMe: endpoint(
    'POST /me/exports',
    { summary: 'Have everything about you put into an archive', tag, errors: ['signed-out'] },
    nothing,
    DataJob,
  ),
  /** Cancels what is not ready; deletes what is. What an import has made by then stays. */
  cancel: endpoint(
    'DELETE /data-jobs/{job}',
    {
      summary: 'Cancel an export or import of yours, or delete its file',
      tag,
      errors: ['signed-out', 'not-found'],
    },
    ofJob,
    nothing,
  ),
};

/** Bytes of a piece of a file that is sent: small enough for every proxy on the way. */
export const PIECE_BYTES = 160 * 1024;

export const uploads = {
  begin: endpoint(
    'POST /uploads',
    { summary: 'Begin to send a file that is to be imported', tag, errors: ['signed-out'] },
    z.object({
      name: z.string().trim().min(1).max(200),
      bytes: z
        .number()
        .int()
        .min(1)
        .max(512 * 1024 * 1024),
    }),
    z.object({ upload: Uuid, pieceBytes: z.number().int(), pieces: z.number().int() }),
  ),
  /** Any order; the same piece again changes nothing. */
  piece: endpoint(
    'PUT /uploads/{upload}/pieces/{n}',
    { summary: 'Send a piece of it, in base64', tag, errors: ['signed-out', 'not-found'] },
    z.object({
      upload: Uuid,
      n: z.coerce.number().int().min(0).max(10_000),
      body: z.base64().max(Math.ceil((PIECE_BYTES * 4) / 3) + 4),
    }),
    nothing,
  ),
  remove: endpoint(
    'DELETE /uploads/{upload}',
    { summary: 'Forget a file that was sent', tag, errors: ['signed-out', 'not-found'] },
    z.object({ upload: Uuid }),
    nothing,
  ),
};

/** What an archive would bring. */
export const ArchivePreview = z.object({
  failure: DataFailure.nullable(),
  failedAt: z.string().nullable(),
  /** Null where there is a failure. */
  archive: z
    .object({
      kind: z.enum(['team', 'organization']),
      exportedAt: z.iso.datetime(),
      release: z.string(),
      organization: z.string(),
      teams: z.array(
        z.object({
          id: Uuid,
          name: z.string(),
          meetings: z.number().int(),
          tasks: z.number().int(),
          people: z.number().int(),
          /** There is a team with that name already. */
          clashes: z.boolean(),
        }),
      ),
      /** The first hundred of them, those who are not there before the others. */
      people: z
        .array(
          z.object({
            name: z.string(),
            email: z.string(),
            /** The one with this address in the organization it is imported into; the others are invited or stay as names. */
            matched: z.boolean(),
          }),
        )
        .max(100),
      /** How many there are in all, and how many of them are not there. */
      counted: z.object({ people: z.number().int(), missing: z.number().int() }),
    })
    .nullable(),
});
export type ArchivePreview = z.infer<typeof ArchivePreview>;

/** Into an organization, or into a new one with the archive's name. */
const target = z.object({ upload: Uuid, organization: Uuid.nullable() });

export const archives = {
  preview: endpoint(
    'POST /imports/preview',
    { summary: 'What an archive would bring, before anything is changed', tag, errors },
    target,
    ArchivePreview,
  ),
  import: endpoint(
    'POST /imports',
    { summary: 'Have the teams of an archive made', tag, errors: [...errors, 'plan-limit'] },
    target.extend({
      /** Ids in the archive; absent: all. */
      teams: z.array(Uuid).max(2_000).optional(),
      /** Mail an invitation to everybody who is not in the organization yet. */
      invite: z.boolean(),
    }),
    DataJob,
  ),
};
