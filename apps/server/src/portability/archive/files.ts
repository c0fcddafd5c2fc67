import * as z from 'zod';
import { meetings } from './collections.ts';
import { Count, Guests, Moment, recordShape, Uuid, Words } from './fields.ts';
import { OutcomeFile } from './outcome-shape.ts';

export const FORMAT = 'rondo-export';
/** Raised when a reader of the version before would misunderstand something. */
export const VERSION = 1;

export const MANIFEST = 'rondo-export.json';
export const PEOPLE = 'people.json';
export const ORGANIZATION = 'organization.json';

/** A folder in the archive: nothing above it, nothing beside it. */
const Folder = z.string().regex(/^teams\/[a-z0-9-]{1,100}$/);

/** The first file to read: what the archive is and where its teams are. */
export const Manifest = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  kind: z.enum(['team', 'organization']),
  exportedAt: Moment,
  /** Of Rondo. */
  release: Words(40),
  organization: z.strictObject({ id: Uuid, name: Words(400) }),
  teams: z
    .array(
      z.strictObject({
        id: Uuid,
        name: Words(400),
        folder: Folder,
        meetings: Count,
        tasks: Count,
        people: Count,
      }),
    )
    .max(5_000),
});
export type Manifest = z.infer<typeof Manifest>;

/** Everybody that the archive names by an id: those in the teams, and those who have left and took part. */
export const PeopleFile = z
  .array(z.strictObject({ id: Uuid, name: Words(400), email: z.email().max(254) }))
  .max(200_000);
export type PeopleFile = z.infer<typeof PeopleFile>;

export const OrganizationFile = z.strictObject({
  id: Uuid,
  name: z.string().min(1).max(400),
  createdAt: Moment,
  members: z
    .array(
      z.strictObject({
        person: Uuid,
        role: z.enum(['owner', 'admin', 'member']),
        billing: z.boolean(),
        joinedAt: Moment,
      }),
    )
    .max(200_000),
});
export type OrganizationFile = z.infer<typeof OrganizationFile>;

export const TeamFile = z.strictObject({
  id: Uuid,
  name: z.string().min(1).max(400),
  guests: Guests,
  idleEndDays: z.int().min(1).max(90),
  language: z.enum(['en', 'de']),
  createdAt: Moment,
  isPublic: z.boolean(),
  archivedAt: Moment.nullable(),
  /** What remains of meetings is deleted after so many months; null: never. */
  keepMonths: z.int().min(1).max(120).nullable(),
  members: z
    .array(z.strictObject({ person: Uuid, role: z.enum(['lead', 'member']), joinedAt: Moment }))
    .max(20_000),
  /** The names of the files of its meetings, without `.json`. */
  meetings: z.array(z.string().regex(/^[\p{L}\p{N}-]{1,120}$/u)).max(100_000),
});
export type TeamFile = z.infer<typeof TeamFile>;

/** Beside it stand the same as Markdown and CSV. */
export const MeetingFile = z.strictObject({
  meeting: recordShape(meetings),
  participants: z
    .array(
      z.strictObject({
        id: Words(40),
        /** Null: a guest, or somebody whose account is gone. */
        person: Uuid.nullable(),
        name: Words(400),
        joinedAt: Moment,
      }),
    )
    .max(5_000),
  outcome: OutcomeFile.nullable(),
  /** What everybody saw at the end, from which the meeting goes on when it is opened again. Null: it can only be read. */
  board: z.record(z.string(), z.json()).nullable(),
});
export type MeetingFile = z.infer<typeof MeetingFile>;
