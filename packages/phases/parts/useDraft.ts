import { useMe } from '@rondo/live/react';
import type { ParticipantId, PhaseId } from '@rondo/meeting';
import { useCallback, useState } from 'react';

/**
 * What somebody is writing, kept on this device until it is sent: a reload loses no sentence. Ids of
 * people are drawn per meeting, so one key means one person in one meeting.
 */
export function useDraft(phase: PhaseId, slot: string): [string, (text: string) => void] {
  const me = useMe();
  const key = `${draftsOf(me)}${phase}.${slot}`;
  const [text, setText] = useState(() => stored(key));
  const write = useCallback(
    (next: string) => {
      setText(next);
      keep(key, next);
    },
    [key],
  );
  return [text, write];
}

const draftsOf = (me: ParticipantId): string => `rondo.draft.${me}.`;

/** The meeting has ended: what was not sent is nobody's business, whoever sits at this device next. */
export function forgetDrafts(me: ParticipantId): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(draftsOf(me))) localStorage.removeItem(key);
    }
  } catch {
    // A browser that stores nothing has nothing to forget.
  }
}

function stored(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    // A browser that stores nothing: the draft lives as long as the page.
    return '';
  }
}

function keep(key: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // Full or forbidden: the text stays on the screen, which is all that can be done.
  }
}
