import { Trans, useLingui } from '@lingui/react/macro';
import { buttonClass, EmptyState, Spinner } from '@rondo/design';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { errorCode } from '../../api/call.ts';
import { api } from '../../api/client.ts';
import { seriesLinkRoute } from '../../routes/open.ts';
import { NotFound } from '../../shell/NotFound.tsx';
import { Outside } from '../../shell/Outside.tsx';
import { When } from './When.tsx';

/** How often it looks whether the meeting has begun, ms. */
const REFRESH = 10_000;

/** The link of a series that always stays: leads on into the running meeting, or says when the next one is. */
export default function SeriesLink() {
  const { t } = useLingui();
  const { key } = seriesLinkRoute.useParams();
  const door = useQuery({
    ...api.series.door.queryOptions({ input: { key } }),
    refetchInterval: REFRESH,
  });
  const path = `/s/${key}`;
  if (door.isPending) {
    return (
      <Outside title={t`Meeting`}>
        <Spinner label={t`Looking for the meeting`} />
      </Outside>
    );
  }
  if (door.isError) {
    const code = errorCode(door.error);
    if (code === 'not-found' || code === 'bad-input') return <NotFound />;
    throw door.error;
  }
  const { you, name, series, meeting, next, zone, guests } = door.data;
  if (meeting !== null) return <Navigate to="/m/$meeting" params={{ meeting }} replace />;
  const signIn = you === 'stranger' && (
    <Link to="/sign-in" search={{ next: path }} className={buttonClass({ tone: 'primary' })}>
      <Trans>Sign in</Trans>
    </Link>
  );
  if (you === 'stranger' && guests === 'no') {
    return (
      <Outside title={t`Meeting`}>
        <EmptyState isScreen title={t`For members of the team`} drawing="lines" action={signIn}>
          <Trans>Sign in, and this link takes you to the meeting.</Trans>
        </EmptyState>
      </Outside>
    );
  }
  return (
    <Outside title={name ?? t`Meeting`}>
      <EmptyState
        isScreen
        title={name ?? t`It has not begun yet`}
        drawing="rings"
        action={
          series ? (
            <Link
              to="/teams/$team/series/$series"
              params={{ team: series.team, series: series.id }}
              className={buttonClass({})}
            >
              <Trans>See all its dates</Trans>
            </Link>
          ) : (
            signIn
          )
        }
      >
        {next === null ? (
          <Trans>Nothing is running, and nothing is planned.</Trans>
        ) : (
          <>
            <p>
              <Trans>The next one begins</Trans> <When at={next} zone={zone} />
            </p>
            <p>
              <Trans>Leave this page open: it takes you in as soon as it begins.</Trans>
            </p>
          </>
        )}
      </EmptyState>
    </Outside>
  );
}
