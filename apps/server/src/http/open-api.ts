import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { contract } from '@rondo/contract';

type Document = Awaited<ReturnType<typeof generate>>;

/** The contract as an OpenAPI document, for people and programs outside. Made once, when first asked. */
export function makeOpenApi(version: string): (origin: string) => Promise<Document> {
  let made: Promise<Document> | undefined;
  return async (origin) => {
    made ??= generate(version);
    return { ...(await made), servers: [{ url: `${origin}/api` }] };
  };
}

function generate(version: string) {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return generator.generate(contract, {
    info: {
      title: 'Rondo',
      version,
      description:
        'Everything outside a running meeting. The web app uses the same. Sign in under /api/auth; the session travels as a cookie. Error codes are listed in docs/errors.md.',
    },
  });
}
