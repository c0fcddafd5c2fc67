import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';

/** How many votes a topic has, in words; null where it has none. */
export function useVotesWords(votes: number | undefined): string | null {
  const { t } = useLingui();
  return !votes ? null : t`${plural(votes, { one: '# vote', other: '# votes' })}`;
}
