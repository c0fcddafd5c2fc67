import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Banner, MoreButton } from '@rondo/design';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useErrorWords } from '../api/useErrorWords.ts';

interface Props {
  list: Pick<
    UseInfiniteQueryResult,
    'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'error'
  > & { fetchNextPage: () => unknown };
  /** How many entries are on the screen. */
  shown: number;
  /** What the button says. */
  children: ReactNode;
}

/** The way to the next page of a list, under it. What is there already stays, also when the next does not come. */
export function ShowMore({ list, shown, children }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  return (
    <>
      {list.isFetchNextPageError && !list.isFetchingNextPage && (
        <Banner tone="danger">{errorWords(list.error)}</Banner>
      )}
      <MoreButton
        shown={shown}
        hasMore={list.hasNextPage}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
        cameWords={(count) =>
          t`${plural(count, { one: '# more is here', other: '# more are here' })}`
        }
      >
        {children}
      </MoreButton>
    </>
  );
}
