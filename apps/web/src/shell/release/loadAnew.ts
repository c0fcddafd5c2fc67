/** What counts when a page decides whether it may load itself anew right now. */
export interface Moment {
  /** Somebody goes to another screen, or simply does nothing. */
  occasion: 'navigation' | 'pause';
  /** How long this person has touched nothing on this page, ms. */
  idleMs: number;
  /** A running meeting is on the screen, or the way into one. */
  inMeeting: boolean;
  /** Words in a field, or anything else that the server does not have yet. */
  hasUnsent: boolean;
  /** This person facilitates, and a timer runs. */
  leadsTimer: boolean;
  /** An answer of the server is waited for that something may depend on. */
  isWriting: boolean;
  /** How long ago this tab loaded itself anew in a pause, ms; Infinity: never. */
  sinceLastMs: number;
}

/** How long somebody touches nothing before their page may go, ms. */
const PAUSE_OUTSIDE = 60_000;
const PAUSE_IN_MEETING = 10 * 60_000;
/** While servers of two releases answer by turns, a page must not go back and forth between them, ms. */
const AT_MOST_EVERY = 10 * 60_000;

/**
 * Whether a page of an older release may load itself anew without anybody noticing. Who goes to another
 * screen leaves what is on this one anyway; a meeting is one screen, so this is also its end.
 */
export function mayLoadAnew(now: Moment): boolean {
  if (now.isWriting) return false;
  if (now.occasion === 'navigation') return true;
  if (now.hasUnsent || now.leadsTimer || now.sinceLastMs < AT_MOST_EVERY) return false;
  return now.idleMs >= (now.inMeeting ? PAUSE_IN_MEETING : PAUSE_OUTSIDE);
}
