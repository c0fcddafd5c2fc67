import { useLingui } from '@lingui/react/macro';
import type { RefusalCode } from '@rondo/meeting';
import { useCallback } from 'react';

/** Why something was not done, in words for people. */
export function useRefusalWords(): (code: RefusalCode) => string {
  const { t } = useLingui();
  return useCallback(
    (code) => {
      switch (code) {
        case 'too-long':
          return t`That text is too long. Make it shorter and add it again.`;
        case 'not-open':
          return t`This phase is closed for that.`;
        case 'ended':
          return t`The meeting has ended.`;
        case 'not-facilitator':
          return t`Only the facilitator can do this.`;
        case 'not-allowed':
          return t`You may not do this here.`;
        case 'not-yours':
          return t`Somebody else made this; only they can change it.`;
        case 'not-found':
          return t`Somebody has removed this meanwhile.`;
        case 'exists':
          return t`This is there already.`;
        case 'stale':
          return t`Somebody was quicker. Have a look and try again.`;
        case 'sealed':
          return t`Grouping has closed: cards can no longer be changed.`;
        case 'full':
          return t`There is no room for more here.`;
        case 'no-votes-left':
          return t`You have no votes left. Take one back first.`;
        case 'topic-full':
          return t`This topic has all the votes you may give it.`;
        case 'below-spent':
          return t`Somebody has already spent more votes than that.`;
        case 'missing-input':
          return t`In that order a phase would miss what it builds on.`;
        case 'locked':
          return t`The meeting is locked.`;
        case 'removed':
          return t`You are no longer in this meeting.`;
        case 'waiting':
          return t`You are not in yet.`;
        case 'too-fast':
        case 'busy':
          return t`A lot is going on right now. It is tried again by itself.`;
        case 'unknown-command':
        case 'unknown-phase':
        case 'bad-arguments':
        case 'gap':
          return t`That did not work. Load the page again.`;
      }
    },
    [t],
  );
}
