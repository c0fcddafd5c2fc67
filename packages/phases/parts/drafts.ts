import type { ParticipantId, PhaseId } from '@rondo/meeting';

/** Ids of people are drawn per meeting, so one key means one person in one meeting. */
export const draftKey = (me: ParticipantId, phase: PhaseId, slot: string): string =>
  `${draftsOf(me)}${phase}.${slot}`;

const draftsOf = (me: ParticipantId): string => `rondo.draft.${me}.`;

/** Drafts of browsers that store nothing, or nothing more: they live as long as the page. */
const here = new Map<string, string>();

export function draftAt(key: string): string {
  const text = here.get(key);
  if (text !== undefined) return text;
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

export function keepDraft(key: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    here.delete(key);
  } catch {
    // Full or forbidden: the text stays on the page, which is all that can be done.
    here.set(key, text);
  }
}

/** What a field holds when words come back that were not taken: these, then what was written since. */
export const withWords = (words: string, since: string, between: string): string =>
  since.trim() === '' ? words : `${words}${between}${since}`;

/** The meeting has ended: what was not sent is nobody's business, whoever sits at this device next. */
export function forgetDrafts(me: ParticipantId): void {
  for (const key of here.keys()) if (key.startsWith(draftsOf(me))) here.delete(key);
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(draftsOf(me))) localStorage.removeItem(key);
    }
  } catch {
    // A browser that stores nothing has nothing to forget.
  }
}
