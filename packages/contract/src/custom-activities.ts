import * as z from 'zod';
import { Activity, Share } from './activities.ts';
import { endpoint, nothing } from './endpoint.ts';
import { Uuid } from './shapes.ts';

const tag = 'library';
const errors = ['signed-out', 'not-found', 'not-allowed'] as const;
const changing = [...errors, 'archived', 'read-only'] as const;

const one = z.object({ activity: z.string().max(60) });
const ofTeam = z.object({ team: Uuid });

/** The head and the flow as files of the library have them; what is wrong with it `check` tells. */
const Content = z.record(z.string(), z.unknown());

/** More than any activity has; the library says its own limit in words. */
const Yaml = z.string().max(128_000);

/** The slips that a form can show in the reader's language; others are told by `message` alone. */
const Slip = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['missing', 'empty', 'too-large']) }),
  z.object({
    kind: z.enum(['too-long', 'too-low', 'too-high', 'too-few', 'too-many']),
    bound: z.number(),
  }),
  z.object({ kind: z.literal('needs'), material: z.string() }),
]);

/** What is wrong and how to mend it, in English. */
export const ActivityProblem = z.object({
  path: z.array(z.union([z.string(), z.number()])),
  message: z.string(),
  slip: Slip.optional(),
});
export type ActivityProblem = z.infer<typeof ActivityProblem>;

/** The same in a text, where it stands; line and column count from 1. */
export const YamlProblem = z.object({
  line: z.number().int(),
  column: z.number().int(),
  path: z.string(),
  message: z.string(),
});
export type YamlProblem = z.infer<typeof YamlProblem>;

export const ActivityVersion = z.object({
  version: z.number().int(),
  at: z.iso.datetime(),
  /** Null: whoever made it has no account any more. */
  by: z.string().nullable(),
});
export type ActivityVersion = z.infer<typeof ActivityVersion>;

export const customActivities = {
  check: endpoint(
    'POST /activities/check',
    { summary: 'What is wrong with an activity, and how to mend it', tag },
    z.object({ content: Content }),
    z.object({ problems: z.array(ActivityProblem) }),
  ),
  read: endpoint(
    'POST /activities/read',
    { summary: 'An activity from the text of its file; nothing is kept', tag },
    z.object({ yaml: Yaml }),
    z.object({ activity: Activity.nullable(), problems: z.array(YamlProblem) }),
  ),
  create: endpoint(
    'POST /teams/{team}/activities',
    { summary: 'Keep a new activity for a team', tag, errors: changing },
    ofTeam.extend({ content: Content, share: Share.default('team') }),
    z.object({ activity: z.string(), version: z.number().int() }),
  ),
  import: endpoint(
    'POST /teams/{team}/activities/import',
    {
      summary: 'Keep an activity from the text of its file, unless there are problems',
      tag,
      errors: changing,
    },
    ofTeam.extend({ yaml: Yaml }),
    z.object({ activity: z.string().nullable(), problems: z.array(YamlProblem) }),
  ),
  update: endpoint(
    'PUT /activities/{activity}',
    {
      summary: 'A new version of a team’s own activity; `version` is the one it was made from',
      tag,
      errors: [...changing, 'conflict'],
    },
    one.extend({ content: Content, version: z.number().int() }),
    z.object({ version: z.number().int() }),
  ),
  share: endpoint(
    'PUT /activities/{activity}/share',
    { summary: 'Who else finds it in the library', tag, errors: changing },
    one.extend({ share: Share }),
    nothing,
  ),
  remove: endpoint(
    'DELETE /activities/{activity}',
    { summary: 'Take a team’s own activity out of the library', tag, errors: changing },
    one,
    nothing,
  ),
  versions: endpoint(
    'GET /activities/{activity}/versions',
    { summary: 'All versions of a team’s own activity, the newest first', tag, errors },
    one,
    z.object({ versions: z.array(ActivityVersion) }),
  ),
  version: endpoint(
    'GET /activities/{activity}/versions/{version}',
    { summary: 'One version of a team’s own activity', tag, errors },
    one.extend({ version: z.coerce.number().int() }),
    Activity,
  ),
  file: endpoint(
    'GET /activities/{activity}/file',
    { summary: 'An activity as a file of the library', tag, errors: ['not-found'] },
    one,
    z.file(),
  ),
};
