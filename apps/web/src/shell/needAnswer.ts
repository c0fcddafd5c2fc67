import type { UseQueryResult } from '@tanstack/react-query';
import { errorCode } from '../api/call.ts';
import { isWriting } from './isWriting.ts';

/** To everybody whom it is not for there is nothing at this address; also when it was there a moment ago. */
export const isGone = (error: unknown): boolean =>
  ['not-found', 'signed-out'].includes(errorCode(error));

/**
 * For what a whole screen stands on: throws to the page for errors when it is gone or never came. A server that
 * is silent later, while it starts anew, takes no screen away from anybody. Nor does what is gone, from who writes.
 */
export function needAnswer({ data, error }: Pick<UseQueryResult, 'data' | 'error'>): void {
  if (error && (data === undefined || (isGone(error) && !isWriting()))) throw error;
}
