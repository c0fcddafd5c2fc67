import { useCallback, useState } from 'react';
import { contentOf, type Draft } from './draft.ts';
import { forget, keep, readKept } from './kept.ts';

export interface Composing {
  draft: Draft;
  /** The version it was made from; null: it is new. */
  version: number | null;
  /** Something differs from what it began with. */
  isChanged: boolean;
  /** It goes on where this browser left it. */
  isRestored: boolean;
  /** False: this browser cannot keep what is not saved. */
  isKept: boolean;
  change: (changes: Partial<Draft>) => void;
  /** Back to what it began with. */
  startOver: () => void;
  /** It was saved, or is not wanted any more. */
  drop: () => void;
}

/**
 * What somebody composes; kept in this browser with every change, so that a reload loses nothing.
 *
 * @param key names it among the drafts of this browser
 */
export function useDraft(key: string, original: Draft, version: number | null): Composing {
  const [state, setState] = useState(() => {
    const kept = readKept(key);
    return kept
      ? { ...kept, isRestored: true, isKept: true }
      : { draft: original, version, isRestored: false, isKept: true };
  });
  const change = useCallback(
    (changes: Partial<Draft>) =>
      setState((before) => {
        const draft = { ...before.draft, ...changes };
        return { ...before, draft, isKept: keep(key, { draft, version: before.version }) };
      }),
    [key],
  );
  const drop = useCallback(() => forget(key), [key]);
  const startOver = useCallback(() => {
    forget(key);
    setState({ draft: original, version, isRestored: false, isKept: true });
  }, [key, original, version]);
  const isChanged =
    state.draft !== original &&
    JSON.stringify(contentOf(state.draft)) !== JSON.stringify(contentOf(original));
  return { ...state, isChanged, change, startOver, drop };
}
