import { useSend } from '@rondo/live/react';
import { visibleLength, type PhaseId } from '@rondo/meeting';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useDraft } from '../../parts/index.ts';
import { LONGEST_ANSWER, write } from '../domain/index.ts';
import { useOwn, useRespondHand } from './useRespond.ts';

type Typed = Readonly<Record<string, string>>;

/** After so long without a key, ms, what was typed goes into the hand. */
const PAUSE = 700;

export interface Drafts {
  /** What the field of a prompt shows. */
  textOf: (prompt: string) => string;
  type: (prompt: string, text: string) => void;
  /** The field is left: its words are in the hand from now on. */
  leave: (prompt: string) => void;
  /** Puts all that is still only in the fields into the hand. */
  keepAll: () => void;
  /** Everything that was typed is in the hand. */
  isKept: boolean;
}

/**
 * Answers being written: at once on this device, a moment later in the own hand, where another
 * device finds them. A field keeps its own words while somebody is in it, spaces at their end and all.
 */
export function useDrafts(phase: PhaseId): Drafts {
  const send = useSend();
  const { drafts } = useRespondHand(phase);
  const own = useOwn(phase);
  const { text: stored, write: store } = useDraft(phase, 'answers');
  const typed = useMemo(() => parsed(stored), [stored]);
  const latest = useRef(typed);
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());

  const put = useCallback(
    (next: Typed) => {
      latest.current = next;
      store(Object.keys(next).length === 0 ? '' : JSON.stringify(next));
    },
    [store],
  );
  const save = useCallback(
    (prompt: string): boolean => {
      clearTimeout(timers.current.get(prompt));
      timers.current.delete(prompt);
      const text = latest.current[prompt]?.trim();
      if (text === undefined) return true;
      if (visibleLength(text) > LONGEST_ANSWER) return false;
      void send(phase, write, { prompt, text });
      return true;
    },
    [send, phase],
  );

  // Whoever goes to another phase in the middle of a word keeps it.
  useEffect(() => {
    const waiting = timers.current;
    return () => {
      for (const prompt of waiting.keys()) save(prompt);
    };
  }, [save]);

  const held = (prompt: string): string => drafts[prompt] ?? own[prompt]?.answer.text ?? '';
  return {
    textOf: (prompt) => typed[prompt] ?? held(prompt),
    type(prompt, text) {
      put({ ...latest.current, [prompt]: text });
      clearTimeout(timers.current.get(prompt));
      timers.current.set(
        prompt,
        setTimeout(() => save(prompt), PAUSE),
      );
    },
    leave(prompt) {
      if (!save(prompt)) return;
      const { [prompt]: _, ...rest } = latest.current;
      put(rest);
    },
    keepAll() {
      const tooLong = Object.entries(latest.current).filter(([prompt]) => !save(prompt));
      put(Object.fromEntries(tooLong));
    },
    isKept: Object.entries(typed).every(([prompt, text]) => text.trim() === held(prompt)),
  };
}

function parsed(stored: string): Typed {
  if (stored === '') return {};
  try {
    // Written above, by this very function's sibling.
    return JSON.parse(stored) as Typed;
  } catch {
    // Somebody has been at the storage: what is in the hand still counts.
    return {};
  }
}
