import type { IncomingMessage, ServerResponse } from 'node:http';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { ORPCError, ValidationError } from '@orpc/server';
import { BodyLimitPlugin, CompressionPlugin } from '@orpc/server/node';
import { API_ERRORS, type ApiErrorCode } from '@rondo/contract';
import { isDatabaseAway } from '../database/away.ts';
import { isDeliberate, noteAct } from '../insight/deliberate.ts';
import { NO_DATABASE } from './answer.ts';
import type { Context } from './context.ts';
import { router } from './router.ts';

/** The most bytes of a request's body. */
export const LARGEST_BODY = 256 * 1024;

/** The lists of activities: some 190 kB of words that become 50. */
const LIBRARY = /\/activities(\?|$)/u;

export type Api = (
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
) => Promise<boolean>;

/** Answers requests to `/api/…`; false when there is no such endpoint. */
export function makeApi(): Api {
  const handler = new OpenAPIHandler<Context>(router, {
    plugins: [
      new BodyLimitPlugin({ maxBodySize: LARGEST_BODY }),
      // The library alone: large, asked for once, and without a secret that its compressed size could tell.
      new CompressionPlugin({ filter: ({ url = '' }) => LIBRARY.test(url) }),
    ],
    // Around the reading of the request.
    interceptors: [
      async ({ next }) => {
        try {
          return await next();
        } catch (error) {
          throw asBadRequest(error);
        }
      },
    ],
    // Around the endpoint.
    clientInterceptors: [
      async ({ context, procedure, input, next }) => {
        const { method, path = '/*' } = procedure['~orpc'].route;
        context.countAs(`/api${path}`);
        try {
          const output = await next();
          if (method !== undefined && isDeliberate(method, path)) await noteAct(context, input);
          return output;
        } catch (error) {
          throw asAnswer(error, context);
        }
      },
    ],
  });
  return async (request, response, context) => {
    const { matched } = await handler.handle(request, response, { prefix: '/api', context });
    return matched;
  };
}

/** Expected failures as they are; a database that is gone is nobody's fault; anything else is a defect, of which nothing leaves but its number. */
function asAnswer(error: unknown, { log, requestId }: Context): ORPCError<string, unknown> {
  if (error instanceof ORPCError && error.status === 400) return asBadInput(error);
  if (error instanceof ORPCError && error.status < 500) return error;
  if (error instanceof ORPCError && error.code === 'busy') return error;
  if (isDatabaseAway(error)) {
    log.warn({ err: error }, 'no answer without the database');
    return new ORPCError('busy', NO_DATABASE);
  }
  log.error({ err: error }, 'defect');
  return new ORPCError('defect', {
    status: 500,
    message: `Something broke on the server. Say this number to whoever runs it: ${requestId}`,
    data: {},
  });
}

/** Says which input is wrong, and how. */
function asBadInput(error: ORPCError<string, unknown>): ORPCError<string, unknown> {
  if (!(error.cause instanceof ValidationError)) return error;
  const [issue] = error.cause.issues;
  const path = issue?.path?.map((part) => String(typeof part === 'object' ? part.key : part)) ?? [];
  return refusal('bad-input', [path.join('.'), issue?.message].filter(Boolean).join(': '));
}

/** A request that could not even be read: not JSON, or too much of it. */
function asBadRequest(error: unknown): ORPCError<string, unknown> {
  if (error instanceof ORPCError) return error.status === 413 ? refusal('too-large') : error;
  return refusal('bad-input', 'The body is no JSON.');
}

/** For where the contract library does not compare with the contract any more. */
function refusal(
  code: ApiErrorCode,
  message: string = API_ERRORS[code].message,
): ORPCError<string, unknown> {
  return new ORPCError(code, { ...API_ERRORS[code], message, data: {}, defined: true });
}
