import type { IncomingMessage, ServerResponse } from 'node:http';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { ORPCError, ValidationError } from '@orpc/server';
import { BodyLimitPlugin } from '@orpc/server/node';
import type { Context } from './context.ts';
import { problem } from './problem.ts';
import { router } from './router.ts';

/** The most bytes of a request's body. */
export const LARGEST_BODY = 256 * 1024;

export type Api = (
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
) => Promise<boolean>;

/** Answers requests to `/api/…`; false when there is no such endpoint. */
export function makeApi(): Api {
  const handler = new OpenAPIHandler<Context>(router, {
    plugins: [new BodyLimitPlugin({ maxBodySize: LARGEST_BODY })],
    clientInterceptors: [
      async ({ context, next }) => {
        try {
          return await next();
        } catch (error) {
          throw asApiError(error, context);
        }
      },
    ],
  });
  return async (request, response, context) => {
    const { matched } = await handler.handle(request, response, { prefix: '/api', context });
    return matched;
  };
}

/** Expected failures as they are; anything else is a defect, of which nothing leaves but its number. */
function asApiError(error: unknown, { log, requestId }: Context): unknown {
  if (
    error instanceof ORPCError &&
    error.cause instanceof ValidationError &&
    error.status === 400
  ) {
    const [issue] = error.cause.issues;
    const where = issue?.path?.map((part) => String(typeof part === 'object' ? part.key : part));
    const message = `${where?.length ? `${where.join('.')}: ` : ''}${issue?.message ?? ''}`;
    return new ORPCError('bad-input', { ...problem('bad-input'), message, data: {} });
  }
  if (error instanceof ORPCError && error.status === 413) return problem('too-large');
  if (error instanceof ORPCError && error.status < 500) return error;
  log.error({ err: error }, 'defect');
  return new ORPCError('defect', {
    status: 500,
    message: `Something broke on the server. Say this number to whoever runs it: ${requestId}`,
    data: {},
  });
}
