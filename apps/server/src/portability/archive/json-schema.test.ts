import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportJsonSchema } from './json-schema.ts';

const FILE = join(import.meta.dirname, '../../../../../docs/rondo-export.schema.json');

test('docs/rondo-export.schema.json describes archives as they are read; npm run tool export-schema writes it', () => {
  const described: unknown = JSON.parse(readFileSync(FILE, 'utf8'));
  expect(described).toEqual(JSON.parse(JSON.stringify(exportJsonSchema())));
});
