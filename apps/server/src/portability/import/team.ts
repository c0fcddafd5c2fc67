import { randomUUIDv7 } from 'node:crypto';
import type { Activity } from '@rondo/library';
import * as z from 'zod';
import type { App } from '../../app.ts';
import { needSound } from '../../custom-activities/checked.ts';
import type { Db } from '../../database/database.ts';
import { needRoomForTeam } from '../../plans/room.ts';
import { collections, meetings } from '../archive/collections.ts';
import { recordShape, type Collection } from '../archive/fields.ts';
import { TeamFile } from '../archive/files.ts';
import type { Archive } from '../archive/read-zip.ts';
import { keepPlaces, waitInTeam, type Missing } from '../awaited/wait.ts';
import type { JsonRecord } from '../export/records.ts';
import type { TeamLine } from '../export/team-entries.ts';
import { fault } from '../fault.ts';
import { makeIds, type Ids } from './ids.ts';
import { importMeeting } from './meeting.ts';
import type { Matched } from './people.ts';
import { readChecked } from './read.ts';
import { storeRows } from './store.ts';

export interface Into {
  readonly organization: string;
  /** Leads the team where nobody of the archive does. */
  readonly importer: string;
  readonly people: Matched;
  readonly missing: Missing;
  /** Called after each meeting; throws when somebody has cancelled it. */
  readonly step: () => Promise<void>;
}

const MOST_RECORDS = 200_000;
/** Collections whose records hold an activity. */
const ACTIVITIES: ReadonlySet<string> = new Set(['activities', 'activity-versions']);

/** Makes a team of an archive with everything in it, within the transaction that makes all of it or nothing. */
export async function importTeam(
  tx: Db,
  app: Pick<App, 'settings'>,
  archive: Archive,
  line: TeamLine,
  into: Into,
): Promise<{ id: string; name: string }> {
  const file = await readChecked(archive, `${line.folder}/team.json`, TeamFile);
  const ids = makeIds(tx, into.people);
  if (file.archivedAt === null) await needRoom(tx, app, into.organization);
  const team = await makeTeam(tx, file, into);
  for (const collection of collections) {
    if (collection === meetings) {
      for (const name of file.meetings) {
        const path = `${line.folder}/meetings/${name}.json`;
        await importMeeting(tx, archive, path, { ...into, team: team.id, ids });
        await into.step();
      }
    } else await importCollection(tx, archive, collection, { ...into, line, ids, team: team.id });
  }
  return team;
}

async function needRoom(tx: Db, { settings }: Pick<App, 'settings'>, organization: string) {
  try {
    await needRoomForTeam(tx, settings, organization);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'plan-limit')
      throw fault('plan-limit');
    throw error;
  }
}

async function makeTeam(
  tx: Db,
  file: TeamFile,
  { organization, importer, people, missing }: Into,
): Promise<{ id: string; name: string }> {
  const taken = await tx
    .selectFrom('team')
    .select('id')
    .where('id', '=', file.id)
    .executeTakeFirst();
  const id = taken ? randomUUIDv7() : file.id;
  const name = await freeName(tx, organization, file.name);
  await tx
    .insertInto('team')
    .values({
      id,
      organization_id: organization,
      name,
      guests: file.guests,
      idle_end_days: file.idleEndDays,
      language: file.language,
      created_at: new Date(file.createdAt),
    })
    .execute();
  await tx
    .insertInto('team_state')
    .values({
      team_id: id,
      is_public: file.isPublic,
      archived_at: file.archivedAt === null ? null : new Date(file.archivedAt),
      read_only_from: null,
    })
    .execute();
  if (file.keepMonths !== null)
    await tx
      .insertInto('team_retention')
      .values({ team_id: id, months: file.keepMonths, warned_at: null, warned_until: null })
      .execute();
  const members = new Map(
    file.members.flatMap(({ person, role, joinedAt }) => {
      const account = people.get(person);
      return account === undefined
        ? []
        : [[account, { role, joined_at: new Date(joinedAt) }] as const];
    }),
  );
  if (![...members.values()].some(({ role }) => role === 'lead'))
    members.set(importer, { role: 'lead', joined_at: new Date() });
  await tx
    .insertInto('team_member')
    .values([...members].map(([user, rest]) => ({ team_id: id, user_id: user, ...rest })))
    .execute();
  await waitInTeam(tx, { organization, team: id }, file, missing);
  return { id, name };
}

/** Where there is a team of that name, people need to tell the two apart. */
async function freeName(tx: Db, organization: string, name: string): Promise<string> {
  const rows = await tx
    .selectFrom('team')
    .select('name')
    .where('organization_id', '=', organization)
    .where('name', 'like', `${name.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)
    .execute();
  const taken = new Set(rows.map((row) => row.name));
  for (let n = 1; ; n += 1) {
    const free = n === 1 ? name : `${name} (${n})`;
    if (!taken.has(free)) return free;
  }
}

async function importCollection(
  tx: Db,
  archive: Archive,
  collection: Collection,
  { line, ids, team, missing }: { line: TeamLine; ids: Ids; team: string; missing: Missing },
): Promise<void> {
  const path = `${line.folder}/${collection.name}.json`;
  const shape = z.array(recordShape(collection)).max(MOST_RECORDS);
  const records = await readChecked(archive, path, shape);
  await ids.claim(collection, records);
  const rows = records.flatMap((record) => {
    const sound = ACTIVITIES.has(collection.name) ? withSoundContent(path, ids, record) : record;
    const row = sound && ids.stored(collection, sound);
    return row ? [row] : [];
  });
  await storeRows(tx, collection, rows, { team, path });
  if (collection.name !== 'tasks') return;
  const owned = records.flatMap(({ id, owner }) => {
    const task = ids.of('tasks', String(id));
    return task === undefined ? [] : [{ person: owner, task }];
  });
  await keepPlaces(tx, team, owned, missing);
}

/** An activity is taken as one that somebody composes, and says the id that it gets here. */
function withSoundContent(path: string, ids: Ids, record: JsonRecord): JsonRecord | null {
  // The activity's own record, or a version of it.
  const id = ids.of('activities', String(record['id'] ?? record['activity']));
  if (id === undefined) return null;
  try {
    const activity: Activity = needSound(record['content'] as Readonly<Record<string, unknown>>);
    return { ...record, content: { ...activity, id } };
  } catch (error) {
    throw fault('broken', `${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
