import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button, Skeleton } from '@rondo/design';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useErrorWords } from '../api/useErrorWords.ts';
import { isGone } from './needAnswer.ts';

interface Props<Data> {
  query: Pick<
    UseQueryResult<Data>,
    'data' | 'error' | 'isError' | 'isFetching' | 'fetchStatus' | 'refetch'
  > & {
    /** Of lists that come page by page: only the next page is missing, which `ShowMore` says. */
    isFetchNextPageError?: boolean;
  };
  /** What is being loaded. */
  loading: string;
  children: (data: Data) => ReactNode;
}

/** What the server answered; before, that it is asked; and with what was seen last, that it is silent. */
export function Answer<Data>({ query, loading, children }: Props<Data>) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const { data, error, isFetching, fetchStatus, refetch, isFetchNextPageError = false } = query;
  const isError = query.isError && !isFetchNextPageError;
  if (error && isGone(error)) throw error;
  const isOffline = fetchStatus === 'paused';
  const again = (
    <Button size="s" busy={isFetching} onClick={() => void refetch()}>
      <Trans>Try again</Trans>
    </Button>
  );
  return (
    <>
      {(isError || isOffline) && (
        <Banner
          tone={isOffline || data !== undefined ? 'offline' : 'danger'}
          action={!isOffline && again}
        >
          {isOffline ? t`You are offline.` : errorWords(error)}{' '}
          {data !== undefined && t`This is what was seen last.`}
        </Banner>
      )}
      {data === undefined && !isError && !isOffline && <Skeleton label={loading} lines={5} />}
      {data !== undefined && children(data)}
    </>
  );
}
