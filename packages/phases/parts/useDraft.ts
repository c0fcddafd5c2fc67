import { useMe } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { useMemo, useState } from 'react';
import { draftAt, draftKey, keepDraft, withWords } from './drafts.ts';

export interface Draft {
  readonly text: string;
  readonly write: (text: string) => void;
  /** Words that were not taken: they come back, before what was written since (`between` separates them). */
  readonly giveBack: (words: string, between?: string) => void;
  /** Words that have arrived: they are forgotten here, but not what was written since. */
  readonly drop: (words: string) => void;
}

/** What somebody is writing, kept on this device until it is sent: a reload loses no sentence. */
export function useDraft(phase: PhaseId, slot: string): Draft {
  const key = draftKey(useMe(), phase, slot);
  const [text, setText] = useState(() => draftAt(key));
  const acts = useMemo(() => {
    const write = (next: string): void => {
      setText(next);
      keepDraft(key, next);
    };
    return {
      write,
      giveBack: (words: string, between = '\n') => write(withWords(words, draftAt(key), between)),
      drop: (words: string) => {
        if (draftAt(key) === words) write('');
      },
    };
  }, [key]);
  return { text, ...acts };
}
