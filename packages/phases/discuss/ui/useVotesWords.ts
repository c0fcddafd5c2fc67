import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';

/** How many votes a topic has, in words; null where nobody has voted on topics. */
export function useVotesWords(votes: number | undefined): string | null {
  const { t } = useLingui();
  return votes === undefined ? null : t`${plural(votes, { one: '# vote', other: '# votes' })}`;
}
