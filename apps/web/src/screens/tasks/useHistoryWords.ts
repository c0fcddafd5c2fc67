import { useLingui } from '@lingui/react/macro';
import type { TaskWithThread } from '@rondo/contract';
import { dayIn, markdownText } from '@rondo/design';
import { COLUMNS } from './columns.ts';
import { useColumnWords } from './useColumnWords.ts';

type Change = TaskWithThread['history'][number];

/** What somebody did to a task, in words. */
export function useHistoryWords(): (change: Change) => string {
  const { t, i18n } = useLingui();
  const columns = useColumnWords();
  const day = (value: string): string => dayIn(i18n.locale, value);
  return ({ field, after }) => {
    switch (field) {
      case 'made':
        return t`put it on the board`;
      case 'text':
        return t`changed the words to “${markdownText(after ?? '')}”`;
      case 'details':
        return after === '' ? t`removed the details` : t`changed the details`;
      case 'owner':
        return after === null ? t`gave it to nobody` : t`gave it to ${after}`;
      case 'due':
        return after === null ? t`took the day away` : t`set the day to ${day(after)}`;
      case 'status':
        return after === 'done'
          ? t`said that it is done`
          : after === 'dropped'
            ? t`dropped it`
            : t`opened it again`;
      case 'stage': {
        const column = COLUMNS.find((each) => each === after);
        return t`moved it to ${column ? columns[column].title : (after ?? '')}`;
      }
      case 'private':
        return after === 'true' ? t`made it private` : t`showed it to the team`;
      case 'team':
        return t`moved it to the team ${after ?? ''}`;
      case 'archived':
        return after === 'true' ? t`archived it` : t`restored it`;
      default:
        // A field that a newer release has written down.
        return t`changed it`;
    }
  };
}
