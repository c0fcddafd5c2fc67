import type { WebhookForm } from '@rondo/contract';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses between attempts, ms: nine attempts within 28 hours, so that a night's outage loses nothing. */
const PAUSES = [
  5 * SECOND,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  10 * HOUR,
];
/** Who reads in a chat hours later that a meeting has begun is told nothing. */
const PAUSES_FOR_CHATS = PAUSES.slice(0, 4);

/**
 * When the next attempt comes, ms from now; null: that was the last.
 * @param tries how many there were
 * @param random so that what failed together is not tried again together
 */
export function nextPause(form: WebhookForm, tries: number, random: number): number | null {
  const pause = (form === 'standard' ? PAUSES : PAUSES_FOR_CHATS)[tries - 1];
  return pause === undefined ? null : pause * (1 + random / 5);
}

/** So long after the first failure, without anything arriving in between, a webhook is switched off. */
export const GIVE_UP_DAYS = 5;
