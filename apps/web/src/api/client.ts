import { createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { ApiErrorCode, contract } from '@rondo/contract';
import routes from 'virtual:contract';

const client: ContractRouterClient<typeof contract> = createORPCClient(
  new OpenAPILink(routes, { url: `${location.origin}/api` }),
);

/** The HTTP API, as queries and mutations. */
export const api = createTanstackQueryUtils(client);

/** The same, called directly. */
export const call = client;

/** The code of an API error; `offline` when the server could not be reached, `defect` for anything else. */
export function errorCode(error: unknown): ApiErrorCode | 'offline' | 'defect' {
  // Codes come from the contract's closed list.
  if (error instanceof ORPCError) return error.defined ? (error.code as ApiErrorCode) : 'defect';
  return error instanceof TypeError ? 'offline' : 'defect';
}
