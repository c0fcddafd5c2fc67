import * as z from 'zod';

/**
 * Every error an HTTP endpoint can answer, its status and what the caller does about it.
 * A closed list; `docs/errors.md` tells the same to people outside.
 */
export const API_ERRORS = {
  'signed-out': { status: 401, message: 'You are not signed in.' },
  /** Also for what exists but is somebody else's: nobody learns which of the two it is. */
  'not-found': { status: 404, message: 'There is nothing here, or it is not yours to see.' },
  'not-allowed': { status: 403, message: 'You may not do this.' },
  'bad-input': { status: 400, message: 'Something in the request is not as it has to be.' },
  conflict: { status: 409, message: 'It was changed meanwhile. Fetch it again.' },
  ended: { status: 409, message: 'The meeting has ended.' },
  locked: { status: 423, message: 'The meeting is locked for newcomers.' },
  expired: {
    status: 410,
    message: 'This link has expired or was used or withdrawn. Ask for a new one.',
  },
  'wrong-code': {
    status: 403,
    message: 'This is not the code that the server printed when it started.',
  },
  'not-you': {
    status: 403,
    message: 'The password or code is not right, so this may not be you.',
  },
  'not-claimed': {
    status: 403,
    message: 'This server has no owner yet. Its first account is made with the printed code.',
  },
  'last-lead': { status: 409, message: 'A team needs a lead. Make somebody else lead first.' },
  'last-owner': {
    status: 409,
    message: 'An organization needs an owner. Make somebody else owner first.',
  },
  archived: { status: 409, message: 'The team is archived. Restore it first.' },
  'read-only': {
    status: 409,
    message: 'The organization has more teams than its plan allows, so this one can only be read.',
  },
  'plan-limit': {
    status: 402,
    message: 'The organization’s plan does not allow more. Archive a team, or change the plan.',
  },
  'too-many': { status: 429, message: 'Too many requests. Wait a moment.' },
  'too-large': { status: 413, message: 'The request is larger than any that makes sense here.' },
  'wrong-origin': {
    status: 403,
    message: 'This page was opened under another address than the one this server answers to.',
  },
  busy: { status: 503, message: 'The server has more to do than it can. Try again in a moment.' },
} as const;

export type ApiErrorCode = keyof typeof API_ERRORS;

/**
 * Beside these, any endpoint may answer `defect` (500): a defect of the server. Its message has the
 * number under which the server's log tells more.
 */
export const DEFECT = 'defect';

/** Seconds to wait, where waiting helps. */
export const ErrorData = z.object({ retryAfter: z.number().int().optional() });
