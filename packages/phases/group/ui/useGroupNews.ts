import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { announce } from '@rondo/design';
import { useLiveClient, useMe } from '@rondo/live/react';
import { nameOf, type PhaseId } from '@rondo/meeting';
import { useEffect, useRef } from 'react';
import { useLatestSteps } from './useSteps.ts';
import { useStepWords } from './useStepWords.ts';

/** So long, ms, others have to pause before their steps are told: nobody wants to hear every one. */
const REST = 4_000;

/** Tells screen readers what others do with the groups, sparingly. */
export function useGroupNews(phase: PhaseId): void {
  const { t } = useLingui();
  const me = useMe();
  const { getState } = useLiveClient();
  const describe = useStepWords();
  const steps = useLatestSteps(phase);
  const newest = steps[0]?.step.n ?? 0;
  const told = useRef(newest);
  useEffect(() => {
    const fresh = steps.filter(({ step }) => step.n > told.current && step.by !== me);
    const [latest] = fresh;
    if (!latest) return undefined;
    const timer = setTimeout(() => {
      told.current = newest;
      const board = getState().view?.board;
      if (!board) return;
      announce(
        fresh.length === 1
          ? t`${nameOf(board, latest.step.by)}: ${describe(board, latest.step)}`
          : t`${plural(fresh.length, { one: '# change', other: '# changes' })} by others`,
      );
    }, REST);
    return () => clearTimeout(timer);
  }, [steps, newest, me, getState, describe, t]);
}
