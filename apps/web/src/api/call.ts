import type { ContractRouterClient } from '@orpc/contract';
import type { ApiErrorCode, contract } from '@rondo/contract';
import type { Routes } from 'virtual:contract';
import routes from 'virtual:contract/guest';

/** What goes into an address is plain; bodies may carry more, which JSON knows about. */
type Input = Readonly<Record<string, string | number | boolean | undefined>>;
interface Options {
  readonly signal?: AbortSignal;
}

/** An answer that is not a result. */
class ApiError extends Error {
  readonly code: ApiErrorCode | 'defect';

  constructor(code: ApiErrorCode | 'defect', message: string) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
  }
}

export type Call = ContractRouterClient<typeof contract>;

/**
 * The HTTP API, called directly, as far as a guest of a meeting needs it; `every.ts` has all of it. Our own few
 * lines in place of the contract library's client, whose 8 kB serve forms, streams and servers of others; a
 * guest waits for every kB.
 */
// The routes come from the contract, so the built tree has its shape.
export const call = callsOf(routes) as Pick<Call, 'meetings'> & {
  insight: Pick<Call['insight'], 'view'>;
};

/** The code of an API error; `offline` when the server could not be reached, `defect` for anything else. */
export function errorCode(error: unknown): ApiErrorCode | 'offline' | 'defect' {
  if (error instanceof ApiError) return error.code;
  return error instanceof TypeError ? 'offline' : 'defect';
}

let writes = 0;

/** Whether the answer to something that changes the server is still on its way. */
export const isWriting = (): boolean => writes > 0;

/** A function for each route, in a tree as theirs. */
export function callsOf(tree: Routes): object {
  return Object.fromEntries(
    Object.entries(tree).map(([name, each]) => [
      name,
      typeof each === 'string'
        ? (input: Input, options?: Options) => send(each, input, options?.signal)
        : callsOf(each),
    ]),
  );
}

/** @param route method and path with its `{parameters}`, as the contract writes them */
async function send(
  route: string,
  input: Input,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const [method = '', template = ''] = route.split(' ');
  const rest = { ...input };
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    delete rest[name];
    return encodeURIComponent(String(input[name]));
  });
  const url = new URL(`/api${path}`, location.href);
  const request: RequestInit = { method, signal: signal ?? null };
  if (method === 'GET') {
    for (const [name, value] of Object.entries(rest)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
  } else {
    request.headers = { 'content-type': 'application/json' };
    request.body = JSON.stringify(rest);
  }
  if (method === 'GET') return read(await fetch(url, request));
  writes++;
  try {
    return await read(await fetch(url, request));
  } finally {
    writes--;
  }
}

async function read(response: Response): Promise<unknown> {
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  const isFile = response.headers.has('content-disposition');
  if (response.ok) return isJson && !isFile ? response.json() : response.blob();
  if (!isJson) throw new ApiError('defect', `${response.status} of ${response.url}`);
  // Errors of the API have this shape; their codes come from the contract's closed list.
  const error = (await response.json()) as {
    code: ApiErrorCode;
    defined: boolean;
    message: string;
  };
  throw new ApiError(error.defined ? error.code : 'defect', error.message);
}
