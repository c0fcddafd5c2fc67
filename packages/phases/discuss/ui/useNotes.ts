import { useLiveClient, useMe } from '@rondo/live/react';
import type { GroupId, PhaseId } from '@rondo/meeting';
import { useEffect, useState, useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import { useExplain } from '../../parts/index.ts';
import { setNotes, type DiscussState } from '../domain/index.ts';
import { createNotesKeeper, type NotesDraft, type NotesKeeper } from './notesKeeper.ts';
import { useDiscuss } from './useDiscuss.ts';

/** How long typing has to pause, ms, before the notes are sent. */
const PAUSE = 800;

/** The notes of one topic, for as long as its screen is open. Give the field a `key` by topic. */
export function useNotes(phase: PhaseId, topic: GroupId): NotesKeeper & { shown: string } {
  const me = useMe();
  const { getState, send } = useLiveClient();
  const explain = useExplain();
  const revision = useDiscuss(phase).state.topics[topic]?.revision;
  const notes = useDiscuss(phase).state.topics[topic]?.notes;
  const [keeper] = useState(() => {
    const key = `rondo.draft.${me}.${phase}.notes.${topic}`;
    return createNotesKeeper(
      {
        shared: () => {
          const state = getState().view?.board.phases[phase]?.state as DiscussState | undefined;
          const { notes: text = '', revision: at = 0 } = state?.topics[topic] ?? {};
          return { text, revision: at };
        },
        send: (text, at) => send(phase, setNotes, { topic, text, revision: at }),
        keep: (draft) => keep(key, draft),
        afterPause: (run) => {
          const timer = setTimeout(run, PAUSE);
          return () => clearTimeout(timer);
        },
        refused: explain,
      },
      stored(key),
    );
  });
  useEffect(() => keeper.sync(), [keeper, revision, notes]);
  // Going on to another topic does not wait for a pause.
  useEffect(() => () => keeper.flush(), [keeper]);
  const shown = useSyncExternalStore(keeper.subscribe, keeper.text);
  return { ...keeper, shown };
}

const draftSchema = z.object({
  text: z.string(),
  base: z.object({ text: z.string(), revision: z.number() }),
});

function stored(key: string): NotesDraft | null {
  try {
    const draft = draftSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'));
    return draft.success ? draft.data : null;
  } catch {
    // A browser that stores nothing, or something else's value: there is no draft.
    return null;
  }
}

function keep(key: string, draft: NotesDraft | null): void {
  try {
    if (draft === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Full or forbidden: the text stays on the screen, which is all that can be done.
  }
}
