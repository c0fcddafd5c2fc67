import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Registry } from '@rondo/meeting';
import { LANGUAGES, type Language } from './languages.ts';
import { parseActivity } from './parse-activity.ts';
import type { Problem } from './problem.ts';
import type { Activity } from './schema.ts';

export type Loaded = {
  readonly activities: readonly Activity[];
  readonly problems: readonly Problem[];
};

/**
 * Every `<directory>/<category>/<id>.yaml`, in the order of their paths. A bad file is left out and its
 * problems told; an unreadable folder throws.
 */
export async function loadActivities(
  directory: string,
  kinds: Registry,
  languages: readonly Language[] = LANGUAGES,
): Promise<Loaded> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const parsed = await Promise.all(
    files.map(async (file) => parseActivity(file, await readFile(file, 'utf8'), kinds, languages)),
  );
  const activities = parsed.flatMap((result) => (result.ok ? [result.activity] : []));
  const problems = parsed.flatMap((result) => (result.ok ? [] : result.problems));
  return { activities, problems: [...problems, ...sameIds(files, activities)] };
}

/** Ids are file names, so two files of one name in two folders would be the same activity to a meeting. */
function sameIds(files: readonly string[], activities: readonly Activity[]): Problem[] {
  const seen = new Set<string>();
  return activities.flatMap(({ id, category }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const file = files.find((path) => path.endsWith(join(category, `${id}.yaml`))) ?? id;
    return [
      {
        file,
        line: 1,
        column: 1,
        path: 'id',
        message: `Another folder already has an activity “${id}”; rename this file and its id.`,
      },
    ];
  });
}
