import * as z from 'zod';
import { collections, meetings } from './collections.ts';
import { recordShape } from './fields.ts';
import {
  Manifest,
  MANIFEST,
  MeetingFile,
  ORGANIZATION,
  OrganizationFile,
  PEOPLE,
  PeopleFile,
  TeamFile,
} from './files.ts';

/** The files of an archive by their paths, each with its JSON Schema; `*` stands for a name. */
export function exportJsonSchema(): object {
  const shapes: Record<string, z.ZodType> = {
    [MANIFEST]: Manifest,
    [ORGANIZATION]: OrganizationFile,
    [PEOPLE]: PeopleFile,
    'teams/*/team.json': TeamFile,
    'teams/*/meetings/*.json': MeetingFile,
  };
  for (const collection of collections)
    if (collection !== meetings)
      shapes[`teams/*/${collection.name}.json`] = z.array(recordShape(collection));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Files of a rondo-export archive, version 1, by path',
    properties: Object.fromEntries(
      Object.entries(shapes).map(([path, shape]) => {
        const { $schema: _, ...rest } = z.toJSONSchema(shape, { io: 'input' });
        return [path, rest];
      }),
    ),
  };
}
