import type * as z from 'zod';
import { FORMAT, MANIFEST, Manifest, PEOPLE, PeopleFile, VERSION } from '../archive/files.ts';
import type { Archive } from '../archive/read-zip.ts';
import { fault } from '../fault.ts';

/** A file of an archive, checked. Throws `broken` with the place and what is wrong there. */
export async function readChecked<Out>(
  archive: Archive,
  path: string,
  shape: z.ZodType<Out>,
): Promise<Out> {
  return checked(path, await archive.json(path), shape);
}

export function checked<Out>(path: string, value: unknown, shape: z.ZodType<Out>): Out {
  const found = shape.safeParse(value);
  if (!found.success) {
    const [issue] = found.error.issues;
    throw fault('broken', `${path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  if (!isStorable(found.data)) throw fault('broken', `${path}: a character that is no text`);
  return found.data;
}

/** PostgreSQL keeps no text with a zero in it, and none with half a character. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (Array.isArray(value)) return value.every(isStorable);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).every(([key, each]) => isStorable(key) && isStorable(each));
  return true;
}

/** What the archive is. Throws `not-ours`, `newer` or `broken`. */
export async function readManifest(archive: Archive): Promise<Manifest> {
  if (!archive.paths.has(MANIFEST)) throw fault('not-ours');
  const found = await archive.json(MANIFEST);
  if (typeof found !== 'object' || found === null) throw fault('not-ours');
  if (!('format' in found) || found.format !== FORMAT) throw fault('not-ours');
  if ('version' in found && typeof found.version === 'number' && found.version > VERSION)
    throw fault('newer');
  const manifest = checked(MANIFEST, found, Manifest);
  const folders = new Set(manifest.teams.map(({ folder }) => folder));
  if (folders.size !== manifest.teams.length) throw fault('broken', `${MANIFEST}: folder: twice`);
  return manifest;
}

export const readPeople = (archive: Archive): Promise<PeopleFile> =>
  readChecked(archive, PEOPLE, PeopleFile);
