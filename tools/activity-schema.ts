// Writes activities/activity.schema.json, by which editors complete and check the library's files.
// Run it after a phase kind or the format has changed: npm run tool activity-schema

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { activityJsonSchema } from '@rondo/library';
import { phases } from '@rondo/phases/domain';
import { root, scriptOf } from './repository/paths.ts';

const file = join(root, 'activities', 'activity.schema.json');
writeFileSync(file, JSON.stringify(activityJsonSchema(phases), null, 2));
execFileSync(process.execPath, [scriptOf('oxfmt', 'bin/oxfmt'), file]);
console.log(`Written: ${file}`);
