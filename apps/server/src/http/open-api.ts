import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { contract } from '@rondo/contract';

/** The contract as an OpenAPI document, for people and programs outside. */
export function openApiDocument(version: string, origin: string) {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return generator.generate(contract, {
    info: {
      title: 'Rondo',
      version,
      description:
        'Everything outside a running meeting. The web app uses the same. Sign in under /api/auth; the session travels as a cookie. Error codes are listed in docs/errors.md.',
    },
    servers: [{ url: `${origin}/api` }],
  });
}
