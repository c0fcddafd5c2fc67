import { ORPCError } from '@orpc/server';
import { API_ERRORS, type ApiErrorCode } from '@rondo/contract';

/**
 * An expected failure of an endpoint, to be thrown: one of the contract's closed list.
 * `retryAfter`: seconds after which it is worth another try.
 */
export const problem = (
  code: ApiErrorCode,
  retryAfter?: number,
): ORPCError<ApiErrorCode, { retryAfter?: number }> =>
  new ORPCError(code, {
    ...API_ERRORS[code],
    data: retryAfter === undefined ? {} : { retryAfter },
  });

/** `bad-input` that says what is wrong and where, as the contract's own check does: `flow[1].kind: …`. */
export const badInput = (message: string): ORPCError<ApiErrorCode, object> =>
  new ORPCError('bad-input', { ...API_ERRORS['bad-input'], message, data: {} });
