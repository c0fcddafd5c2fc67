import type { Registry } from '@rondo/meeting';
import { z } from 'zod';
import { activitySchema } from './schema.ts';

/** The JSON schema by which editors complete and check activity files (`# yaml-language-server: $schema=…`). */
export function activityJsonSchema(kinds: Registry): z.core.JSONSchema.BaseSchema {
  const schema = z.toJSONSchema(activitySchema(kinds), {
    io: 'input',
    unrepresentable: 'any',
  });
  return {
    ...schema,
    title: 'Rondo activity',
    description: 'A recipe for a meeting: what it is for and its steps.',
  };
}
