import type { Db } from '../../database/database.ts';
import { version } from '../../version.ts';
import {
  FORMAT,
  MANIFEST,
  ORGANIZATION,
  PEOPLE,
  VERSION,
  type Manifest,
  type OrganizationFile,
} from '../archive/files.ts';
import type { Entry } from '../archive/write-zip.ts';
import { fault } from '../fault.ts';
import { onceEach, slug } from './names.ts';
import { named, type Named } from './people.ts';
import { readMe } from './read-me.ts';
import { json, teamEntries, type TeamLine } from './team-entries.ts';

export interface Wanted {
  readonly kind: 'team' | 'organization';
  readonly organization: string;
  /** Null: all of them. */
  readonly team: string | null;
  readonly at: Date;
}

/** An archive of a team or of an organization with all its teams. */
export interface Plan {
  readonly manifest: Manifest;
  /** How many files there will be. */
  readonly files: number;
  readonly entries: AsyncIterable<Entry>;
}

/** @param db within a transaction that sees one moment only */
export async function planArchive(db: Db, wanted: Wanted): Promise<Plan> {
  const organization = await db
    .selectFrom('organization')
    .select(['id', 'name', 'created_at'])
    .where('id', '=', wanted.organization)
    .executeTakeFirst();
  if (!organization) throw fault('not-allowed');
  const teams = await teamLines(db, wanted);
  const manifest: Manifest = {
    format: FORMAT,
    version: VERSION,
    kind: wanted.kind,
    exportedAt: wanted.at.toISOString(),
    release: version,
    organization: { id: organization.id, name: organization.name },
    teams,
  };
  // A meeting has three files, a team about ten.
  const files = teams.reduce((sum, { meetings }) => sum + 10 + 3 * meetings, 4);
  return { manifest, files, entries: entriesOf(db, wanted, manifest, organization.created_at) };
}

async function* entriesOf(
  db: Db,
  { kind }: Wanted,
  manifest: Manifest,
  madeAt: Date,
): AsyncGenerator<Entry> {
  const people = named();
  yield { path: MANIFEST, text: json(manifest) };
  yield { path: 'README.md', text: readMe(manifest) };
  if (kind === 'organization') {
    const file = await organizationFile(db, manifest, madeAt, people);
    yield { path: ORGANIZATION, text: json(file) };
  }
  for (const line of manifest.teams) yield* teamEntries(db, line, people);
  yield { path: PEOPLE, text: json(await people.file(db)) };
}

async function teamLines(db: Db, { organization, team }: Wanted): Promise<TeamLine[]> {
  const once = onceEach();
  let query = db
    .selectFrom('team')
    .select(['id', 'name'])
    .select((e) => [
      e
        .selectFrom('meeting')
        .select((f) => f.fn.countAll<string>().as('n'))
        .whereRef('meeting.team_id', '=', 'team.id')
        .where('status', '=', 'ended')
        .as('meetings'),
      e
        .selectFrom('task')
        .select((f) => f.fn.countAll<string>().as('n'))
        .whereRef('task.team_id', '=', 'team.id')
        .as('tasks'),
      e
        .selectFrom('team_member')
        .select((f) => f.fn.countAll<string>().as('n'))
        .whereRef('team_member.team_id', '=', 'team.id')
        .as('people'),
    ])
    .where('organization_id', '=', organization)
    .orderBy('created_at')
    .orderBy('id');
  if (team !== null) query = query.where('id', '=', team);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    folder: `teams/${once(slug(row.name))}`,
    meetings: Number(row.meetings),
    tasks: Number(row.tasks),
    people: Number(row.people),
  }));
}

async function organizationFile(
  db: Db,
  { organization }: Manifest,
  madeAt: Date,
  people: Named,
): Promise<OrganizationFile> {
  const rows = await db
    .selectFrom('organization_member as member')
    .leftJoin('organization_billing as billing', (join) =>
      join
        .onRef('billing.organization_id', '=', 'member.organization_id')
        .onRef('billing.user_id', '=', 'member.user_id'),
    )
    .select(['member.user_id', 'member.role', 'member.joined_at', 'billing.user_id as billing'])
    .where('member.organization_id', '=', organization.id)
    .orderBy('member.joined_at')
    .orderBy('member.user_id')
    .execute();
  for (const { user_id } of rows) people.add(user_id);
  return {
    ...organization,
    createdAt: madeAt.toISOString(),
    members: rows.map((row) => ({
      person: row.user_id,
      role: row.role,
      billing: row.billing !== null,
      joinedAt: row.joined_at.toISOString(),
    })),
  };
}
