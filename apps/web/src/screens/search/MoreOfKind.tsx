import { Trans } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { searchRoute } from '../../routes/today.ts';
import { ShowMore } from '../../shell/ShowMore.tsx';
import { FoundRow } from './FoundRow.tsx';
import type { GroupProps } from './Group.tsx';
import { useKindWords } from './useKindWords.ts';
import page from '../Page.module.css';
import styles from './Search.module.css';

/** Everything of one kind, page by page. @param group its first page, as it was found together with the count */
export function MoreOfKind({ group: { kind, count, found } }: { group: GroupProps }) {
  const plural = useKindWords().find((each) => each.kind === kind)?.plural;
  const { words = '', ...narrowed } = searchRoute.useSearch();
  const rest = useInfiniteQuery({
    ...api.search.find.infiniteOptions({
      input: (skip: number) => ({ words, ...narrowed, kind, skip }),
      initialPageParam: found.length,
      getNextPageParam: (last, pages) => {
        const shown = pages.reduce((sum, each) => sum + foundIn(each).length, found.length);
        return foundIn(last).length > 0 && shown < count ? shown : undefined;
      },
    }),
    // Asked for by the button alone.
    enabled: false,
  });
  const more = rest.data?.pages.flatMap(foundIn) ?? [];
  // Nothing is asked before the first press, so the first page of the rest is a next one too.
  const list = {
    hasNextPage: rest.data ? rest.hasNextPage : count > found.length,
    isFetchingNextPage: rest.isFetching,
    isFetchNextPageError: rest.isError,
    error: rest.error,
    fetchNextPage: () => (rest.data ? rest.fetchNextPage() : rest.refetch()),
  };
  return (
    <section className={page.section} aria-labelledby="found">
      <h2 id="found" className={page.subtitle}>
        {plural} <span className={styles.count}>{count}</span>
      </h2>
      <ul className={styles.list}>
        {[...found, ...more].map((each) => (
          <FoundRow key={each.id} found={each} />
        ))}
      </ul>
      <ShowMore list={list} shown={found.length + more.length}>
        <Trans>Show more</Trans>
      </ShowMore>
    </section>
  );
}

const foundIn = (answer: { groups: GroupProps[] }) => answer.groups.flatMap(({ found }) => found);
