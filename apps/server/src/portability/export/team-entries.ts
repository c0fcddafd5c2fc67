import { activityYaml, type Activity } from '@rondo/library';
import type { Db } from '../../database/database.ts';
import { zoneOfTeam } from '../../mail/zones.ts';
import { outcomeCsv } from '../../outcomes/csv.ts';
import { outcomeMarkdown } from '../../outcomes/markdown.ts';
import { collections, meetings } from '../archive/collections.ts';
import type { Manifest, TeamFile } from '../archive/files.ts';
import type { Entry } from '../archive/write-zip.ts';
import { fault } from '../fault.ts';
import { csv } from './csv.ts';
import { meetingFile } from './meeting-file.ts';
import { onceEach, slug } from './names.ts';
import type { Named } from './people.ts';
import { recordsOf, type JsonRecord } from './records.ts';

/** A team as the manifest names it. */
export type TeamLine = Manifest['teams'][number];

/** What is written as a file, as people like to read it. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Everything of a team, file by file. @param line where it stands, and what it has */
export async function* teamEntries(db: Db, line: TeamLine, people: Named): AsyncGenerator<Entry> {
  const { id: team, folder } = line;
  const held = await recordsOf(db, meetings, team);
  const fileOf = fileNames(held);
  const about = await teamFile(db, team, held.map(fileOf));
  for (const { person } of about.members) people.add(person);
  yield { path: `${folder}/team.json`, text: json(about) };
  for (const collection of collections) {
    if (collection === meetings) continue;
    const records = await recordsOf(db, collection, team);
    people.addAll(collection, records);
    yield { path: `${folder}/${collection.name}.json`, text: json(records) };
    if (collection.name === 'tasks') yield { path: `${folder}/tasks.csv`, text: csv(records) };
    if (collection.name === 'agenda') yield { path: `${folder}/agenda.csv`, text: csv(records) };
    if (collection.name === 'activities') yield* activityFiles(folder, records);
  }
  people.addAll(meetings, held);
  const zone = await zoneOfTeam(db, team);
  for (const meeting of held) {
    const file = await meetingFile(db, meeting);
    for (const { person } of file.participants) people.add(person);
    const path = `${folder}/meetings/${fileOf(meeting)}`;
    yield { path: `${path}.json`, text: json(file) };
    if (!file.outcome) continue;
    yield { path: `${path}.md`, text: outcomeMarkdown(file.outcome, about.language, zone) };
    yield { path: `${path}.csv`, text: outcomeCsv(file.outcome, about.language) };
  }
}

/** The day, the name, and a number for a second one of the same. */
function fileNames(held: readonly JsonRecord[]): (meeting: JsonRecord) => string {
  const once = onceEach();
  const names = new Map(
    held.map((meeting) => [
      meeting,
      once(`${String(meeting['startedAt']).slice(0, 10)}-${slug(String(meeting['name']))}`),
    ]),
  );
  return (meeting) => names.get(meeting) ?? '';
}

async function teamFile(db: Db, team: string, files: string[]): Promise<TeamFile> {
  const row = await db
    .selectFrom('team')
    .leftJoin('team_state', 'team_state.team_id', 'team.id')
    .leftJoin('team_retention', 'team_retention.team_id', 'team.id')
    .select(['team.id', 'name', 'guests', 'idle_end_days', 'language', 'created_at'])
    .select(['is_public', 'archived_at', 'months'])
    .where('team.id', '=', team)
    .executeTakeFirst();
  // Deleted while it was exported.
  if (!row) throw fault('not-allowed');
  const members = await db
    .selectFrom('team_member')
    .select(['user_id', 'role', 'joined_at'])
    .where('team_id', '=', team)
    .orderBy('joined_at')
    .orderBy('user_id')
    .execute();
  return {
    id: row.id,
    name: row.name,
    guests: row.guests,
    idleEndDays: row.idle_end_days,
    language: row.language,
    createdAt: row.created_at.toISOString(),
    isPublic: row.is_public ?? false,
    archivedAt: row.archived_at?.toISOString() ?? null,
    keepMonths: row.months,
    members: members.map(({ user_id: person, role, joined_at }) => ({
      person,
      role,
      joinedAt: joined_at.toISOString(),
    })),
    meetings: files,
  };
}

/** Each as a file that any Rondo's library takes. */
function* activityFiles(folder: string, records: readonly JsonRecord[]): Generator<Entry> {
  for (const { id, content } of records) {
    // Checked when it was kept.
    const { text } = activityYaml(content as Activity);
    yield { path: `${folder}/activities/${String(id)}.yaml`, text };
  }
}
