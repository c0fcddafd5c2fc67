// Writes docs/rondo-export.schema.json, which describes the files of an archive of teams.
// Run it after their format has changed: npm run tool export-schema

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJsonSchema } from '../apps/server/src/portability/archive/json-schema.ts';
import { root } from './repository/paths.ts';

const file = join(root, 'docs', 'rondo-export.schema.json');
writeFileSync(file, `${JSON.stringify(exportJsonSchema(), null, 1)}\n`);
console.log(`Written: ${file}`);
