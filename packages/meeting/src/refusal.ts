/**
 * Every reason for which a command is not carried out, and what the client does about it.
 * The list is closed: a new reason is added here, to `docs/errors.md` and to the translations.
 */
export const REFUSALS = {
  'bad-arguments': 'The command is malformed. A defect of the client: drop it and report.',
  'too-long': 'A text is longer than allowed. Give the text back to the person.',
  'unknown-command': 'This server has no such command. Reload to get the matching client.',
  'unknown-phase': 'The meeting has no such phase. Drop it; the flow was changed meanwhile.',
  'not-open': 'The phase is not open for this. Give the text back and say so.',
  ended: 'The meeting has ended. Show the outcome.',
  'not-facilitator': 'Only the facilitator may do this.',
  'not-allowed': 'This person may not do this.',
  'not-yours': 'Somebody else made it; only its maker may change it.',
  'not-found': 'What the command names is gone. Drop it and say so.',
  exists: 'Something with this id is there already. A repeat: drop it.',
  stale: 'Somebody changed it first. Show the present state; the person may try again.',
  sealed: 'Cards can no longer be written or changed: grouping has closed.',
  full: 'A limit on the number of things is reached.',
  'no-votes-left': 'All votes are spent; one must be withdrawn first.',
  'topic-full': 'The most votes for one topic are given already.',
  'below-spent': 'Somebody has spent more votes than the new limit allows.',
  'missing-input': 'The phase needs something that no earlier phase of the flow gives.',
  locked: 'The meeting is locked: nobody new may come in.',
  removed: 'The facilitator has removed this person from the meeting.',
  waiting: 'The person is still in the lobby.',
  gap: 'A command number was left out. Resend everything that is unanswered.',
  'too-fast': 'More commands than a person can make. Wait and resend.',
  busy: 'The server has more to do than it can. Wait and resend.',
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** Thrown by a command to say no; nothing of what the command did remains. */
export class Refused extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(code);
    this.name = 'Refused';
    this.code = code;
  }
}

/** Narrows `value` or refuses with `code`. */
export function need<T>(value: T | null | undefined, code: RefusalCode): T {
  if (value === undefined || value === null) throw new Refused(code);
  return value;
}

/** Refuses with `code` unless `condition` holds. */
export function ensure(condition: boolean, code: RefusalCode): asserts condition {
  if (!condition) throw new Refused(code);
}
