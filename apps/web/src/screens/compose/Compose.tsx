import { useLingui } from '@lingui/react/macro';
import { Skeleton } from '@rondo/design';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../api/client.ts';
import { composeRoute } from '../../routes/library.ts';
import { needAnswer } from '../../shell/needAnswer.ts';
import { Composer } from './Composer.tsx';
import { BLANK, copyOf, draftOf } from './draft.ts';

/** An activity from nothing, from a copy of another one, or as the next version of a team's own. */
export default function Compose() {
  const { team } = composeRoute.useParams();
  const { edit, from, version } = composeRoute.useSearch();
  const source = edit ?? from;
  if (source === undefined)
    return (
      <Composer
        key="new"
        team={team}
        edited={null}
        draftKey={`${team}.new`}
        original={BLANK}
        version={null}
      />
    );
  return <FromActivity key={`${source} ${version ?? ''}`} source={source} />;
}

function FromActivity({ source }: { source: string }) {
  const { t } = useLingui();
  const { team } = composeRoute.useParams();
  const { edit, version } = composeRoute.useSearch();
  const newest = useQuery({
    ...api.activities.get.queryOptions({ input: { activity: source } }),
    // Whoever edits begins with the newest version, whatever this tab has seen before.
    staleTime: edit === undefined ? Infinity : 0,
    refetchOnWindowFocus: false,
  });
  const before = useQuery({
    ...api.customActivities.version.queryOptions({
      input: { activity: source, version: version ?? 1 },
    }),
    enabled: version !== undefined,
    staleTime: Infinity,
  });
  const wanted = version === undefined ? newest.data : before.data;
  // What is only shared with this team can be copied, not changed.
  const edited = newest.data?.custom?.mayEdit === true ? (edit ?? null) : null;
  const original = useMemo(
    () => wanted && (edited === null ? copyOf(wanted) : draftOf(wanted)),
    [wanted, edited],
  );
  needAnswer(newest);
  needAnswer(before);
  if (!newest.data || !original || (edit !== undefined && newest.isFetching))
    return <Skeleton lines={6} label={t`The activity is loading`} />;
  return (
    <Composer
      team={team}
      edited={edited}
      draftKey={[team, edited === null ? 'copy' : 'edit', source, version ?? ''].join('.')}
      original={original}
      version={edited === null ? null : (newest.data.custom?.version ?? null)}
    />
  );
}
