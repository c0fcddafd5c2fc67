/**
 * Why a socket was closed, as WebSocket close codes, and what the client does next. A closed list.
 * Fallback streams send the same codes in a `bye` message.
 */
export const CLOSE = {
  /** The server restarts: come back at once, with jitter. */
  restart: 1012,
  /** Too many people: come back after the time given. */
  overloaded: 1013,
  /** A frame was too large. Defect of the client: come back and resend, the frame is dropped. */
  tooBig: 1009,
  /** A frame was not a message of this protocol. Defect of the client: come back once. */
  malformed: 4400,
  /** No valid session: sign in again, keep what is unsent. */
  signedOut: 4401,
  /** Signed in, but not entitled to this meeting: show "not found". */
  notFound: 4404,
  /** The facilitator removed this person. Do not come back. */
  removed: 4403,
  /** The client is too old: load the new one, keep what is unsent. */
  clientTooOld: 4409,
  /** The client is newer than this server: come back in a moment, another server may answer. */
  serverTooOld: 4410,
  /** The meeting is locked for newcomers. */
  locked: 4423,
  /** The meeting has ended, and this person was not in it, or still waited to be let in: say so. */
  ended: 4424,
  /** More messages than a person can make: come back after a pause. */
  tooFast: 4429,
  /** The connection reads too slowly; come back and take the whole view. */
  tooSlow: 4430,
} as const;

export type CloseReason = keyof typeof CLOSE;
