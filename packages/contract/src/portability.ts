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
      people: z.array(
        z.object({
          name: z.string(),
          email: z.string(),
          /** The one with this address in the organization it is imported into; the others are invited or stay as names. */
          matched: z.boolean(),
        }),
      ),
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

const FOREIGN_FORMATS = [
  'parabol-retro',
  'parabol-poker',
  'scrumlr-json',
  'scrumlr-csv',
  'retrospected',
  'easyretro',
  'csv',
] as const;
export const ForeignFormat = z.enum(FOREIGN_FORMATS);
export type ForeignFormat = z.infer<typeof ForeignFormat>;

/** Which column of a table holds what, by number from 0; only for `csv`. */
export const ColumnMapping = z.object({
  text: z.number().int().min(0).max(200),
  column: z.number().int().min(0).max(200).nullable(),
  author: z.number().int().min(0).max(200).nullable(),
  votes: z.number().int().min(0).max(200).nullable(),
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

const foreign = z.object({
  team: Uuid,
  upload: Uuid,
  /** Absent: found out by looking into the file. */
  format: ForeignFormat.optional(),
  mapping: ColumnMapping.optional(),
});

/** A file of another tool, as far as it was understood. */
export const ForeignPreview = z.object({
  /** Null: it could not be told; choose one. */
  format: ForeignFormat.nullable(),
  /** Why nothing came of it; null where something did. */
  failure: z.enum(['empty', 'unknown', 'unreadable', 'too-large']).nullable(),
  /** Where in the file, such as a line. */
  failedAt: z.string().nullable(),
  name: z.string(),
  /** When it took place, where the file says so. */
  heldAt: z.iso.datetime().nullable(),
  columns: z.array(
    z.object({ title: z.string(), cards: z.array(z.string()), more: z.number().int() }),
  ),
  counts: z.object({
    topics: z.number().int(),
    cards: z.number().int(),
    stories: z.number().int(),
    comments: z.number().int(),
    tasks: z.number().int(),
  }),
  /** The heads of a table, and its first rows, to choose columns from; empty for other formats. */
  table: z.object({ heads: z.array(z.string()), rows: z.array(z.array(z.string())) }),
  mapping: ColumnMapping.nullable(),
});
export type ForeignPreview = z.infer<typeof ForeignPreview>;

export const foreignFiles = {
  preview: endpoint(
    'POST /teams/{team}/imports/preview',
    { summary: 'What a file of another tool would bring', tag, errors },
    foreign,
    ForeignPreview,
  ),
  import: endpoint(
    'POST /teams/{team}/imports',
    {
      summary: 'Keep a file of another tool as a meeting of the team',
      tag,
      errors: [...errors, 'archived', 'read-only'],
    },
    foreign.extend({
      name: z.string().trim().min(1).max(80),
      heldAt: z.iso.datetime(),
      /** Tasks in it become tasks of the team. */
      tasks: z.boolean(),
    }),
    z.object({ meeting: z.string(), tasks: z.number().int() }),
  ),
};

const Retention = z.object({
  /** What remains of meetings is deleted so many months after their end; null: never. */
  months: z.number().int().min(1).max(120).nullable(),
  /** How many meetings are older than that by now. */
  older: z.number().int(),
});

export const retention = {
  get: endpoint(
    'GET /teams/{team}/retention',
    { summary: 'How long a team keeps what remains of its meetings', tag, errors },
    z.object({ team: Uuid }),
    Retention,
  ),
  set: endpoint(
    'PUT /teams/{team}/retention',
    { summary: 'Change how long a team keeps what remains of its meetings', tag, errors },
    z.object({ team: Uuid, months: z.number().int().min(1).max(120).nullable() }),
    Retention,
  ),
};

/** What happens when somebody has their account erased. */
export const ErasurePreview = z.object({
  /** Has a password; else a code is mailed. */
  password: z.boolean(),
  ownsServer: z.boolean(),
  /** They need another owner or lead first. */
  lastOwnerOf: z.array(z.object({ id: Uuid, name: z.string() })),
  lastLeadOf: z.array(z.object({ id: Uuid, name: z.string() })),
  /** Nobody else is in them: they are deleted with everything in them. */
  deleted: z.object({
    organizations: z.array(z.object({ id: Uuid, name: z.string() })),
    teams: z.array(z.object({ id: Uuid, name: z.string() })),
  }),
  /** Where your name is replaced. */
  meetings: z.number().int(),
  tasks: z.number().int(),
});
export type ErasurePreview = z.infer<typeof ErasurePreview>;

export const erasure = {
  preview: endpoint(
    'GET /me/erasure',
    { summary: 'What would happen if you had your account erased', tag, errors: ['signed-out'] },
    nothing,
    ErasurePreview,
  ),
  code: endpoint(
    'POST /me/erasure/code',
    { summary: 'Have a code mailed that shows it is you', tag, errors: ['signed-out'] },
    nothing,
    nothing,
  ),
  erase: endpoint(
    'POST /me/erasure',
    {
      summary: 'Erase your account, for good',
      tag,
      errors: ['signed-out', 'not-you', 'not-allowed', 'last-owner', 'last-lead'],
    },
    z.union([
      z.object({ password: z.string().min(1).max(200) }),
      z.object({ code: z.string().min(4).max(20) }),
    ]),
    nothing,
  ),
};
