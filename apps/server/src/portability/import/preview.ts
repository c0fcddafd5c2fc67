import type { ArchivePreview } from '@rondo/contract';
import type { Db } from '../../database/database.ts';
import { openArchive } from '../archive/read-zip.ts';
import { Fault } from '../fault.ts';
import { readFile } from '../files/keep-file.ts';
import { matchPeople } from './people.ts';
import { readManifest, readPeople } from './read.ts';

/** Nobody reads on; their number is told. */
const MOST_SHOWN = 100;

/** What an archive that was sent would bring. Reads what it says of itself; the files of its teams come with the import. */
export async function previewArchive(
  db: Db,
  file: string,
  into: { organization: string | null; user: string },
): Promise<ArchivePreview> {
  try {
    return { failure: null, failedAt: null, archive: await look(db, file, into) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { failure: error.code, failedAt: error.where, archive: null };
  }
}

async function look(
  db: Db,
  file: string,
  into: { organization: string | null; user: string },
): Promise<NonNullable<ArchivePreview['archive']>> {
  const archive = await openArchive(readFile(db, file));
  try {
    const manifest = await readManifest(archive);
    const people = await readPeople(archive);
    const matched = await matchPeople(db, people, into);
    const names = await namesIn(db, into.organization);
    return {
      kind: manifest.kind,
      exportedAt: manifest.exportedAt,
      release: manifest.release,
      organization: manifest.organization.name,
      teams: manifest.teams.map(({ folder: _, ...team }) => ({
        ...team,
        clashes: names.has(team.name),
      })),
      people: people
        .map(({ id, name, email }) => ({ name, email, matched: matched.has(id) }))
        .toSorted((a, b) => Number(a.matched) - Number(b.matched))
        .slice(0, MOST_SHOWN),
      counted: { people: people.length, missing: people.length - matched.size },
    };
  } finally {
    await archive.close();
  }
}

async function namesIn(db: Db, organization: string | null): Promise<ReadonlySet<string>> {
  if (organization === null) return new Set();
  const rows = await db
    .selectFrom('team')
    .select('name')
    .where('organization_id', '=', organization)
    .execute();
  return new Set(rows.map(({ name }) => name));
}
