import type { RefusalCode } from '@rondo/meeting';
import { rebased } from './rebased.ts';

export interface SharedNotes {
  text: string;
  revision: number;
}

export interface NotesDraft {
  text: string;
  /** What was changed to it. */
  base: SharedNotes;
}

export interface NotesPorts {
  /** The notes as this person sees them now. */
  readonly shared: () => SharedNotes;
  readonly send: (text: string, revision: number) => Promise<'done' | RefusalCode>;
  /** Keeps a draft on this device; null: there is none any more. */
  readonly keep: (draft: NotesDraft | null) => void;
  /** Runs something once typing has paused; returns how to prevent it. */
  readonly afterPause: (run: () => void) => () => void;
  readonly refused: (code: RefusalCode) => void;
}

export interface NotesKeeper {
  /** What the field shows. */
  readonly text: () => string;
  readonly isSaved: () => boolean;
  readonly type: (text: string) => void;
  /** The shared notes are different now. */
  readonly sync: () => void;
  /** Sends what is not sent, without waiting for a pause. */
  readonly flush: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Shared notes while somebody types in them. The next edit goes out only when the last one has been
 * answered, so that nobody runs into their own words; what others write meanwhile is taken in where
 * it lies elsewhere in the text, and otherwise kept by the server beside one's own.
 */
export function createNotesKeeper(ports: NotesPorts, kept: NotesDraft | null): NotesKeeper {
  const listeners = new Set<() => void>();
  let draft = kept;
  let isSending = false;
  let stopWaiting = (): void => undefined;

  function set(next: NotesDraft | null): void {
    draft = next;
    ports.keep(next);
    for (const listener of listeners) listener();
  }

  function wait(): void {
    stopWaiting();
    stopWaiting = ports.afterPause(flush);
  }

  function flush(): void {
    stopWaiting();
    if (!draft || isSending) return;
    const { text, base } = draft;
    if (text === base.text) return set(null);
    isSending = true;
    void ports.send(text, base.revision).then((answer) => {
      isSending = false;
      if (answer === 'done') settle({ text, revision: base.revision });
      // It stays on the screen; the next key tries again.
      else ports.refused(answer);
    });
  }

  function settle(sent: SharedNotes): void {
    if (!draft || draft.text === sent.text) return set(null);
    const shared = ports.shared();
    const text = rebased(sent.text, draft.text, shared.text);
    set(text === null ? { text: draft.text, base: sent } : { text, base: shared });
    wait();
  }

  if (kept) wait();

  return {
    text: () => draft?.text ?? ports.shared().text,
    isSaved: () => draft === null,
    type: (text) => {
      set({ text, base: draft?.base ?? { ...ports.shared() } });
      wait();
    },
    sync: () => {
      if (!draft || isSending) return;
      const shared = ports.shared();
      if (shared.revision === draft.base.revision) return;
      const text = rebased(draft.base.text, draft.text, shared.text);
      if (text !== null) set({ text, base: { ...shared } });
    },
    flush,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
