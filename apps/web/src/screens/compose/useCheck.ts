import type { ActivityProblem } from '@rondo/contract';
import { useEffect, useState } from 'react';
import { call } from '../../api/every.ts';
import { contentOf, type Draft } from './draft.ts';

/** Somebody who types is not told in the middle of a word; ms. */
const PAUSE = 400;

export interface Checked {
  /** What was checked; the problems' paths are about this one. */
  draft: Draft;
  problems: readonly ActivityProblem[];
}

/** What the server says about the draft, a moment after the last change. */
export function useCheck(draft: Draft): { checked: Checked | null; error: unknown } {
  const [state, setState] = useState<{ checked: Checked | null; error: unknown }>({
    checked: null,
    error: null,
  });
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      call.customActivities
        .check({ content: contentOf(draft) }, { signal: stop.signal })
        .then(({ problems }) => setState({ checked: { draft, problems }, error: null }))
        .catch((error: unknown) => {
          if (!stop.signal.aborted) setState((before) => ({ ...before, error }));
        });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [draft]);
  return state;
}
