import { Trans, useLingui } from '@lingui/react/macro';
import type { Team } from '@rondo/contract';
import { Banner, Button, buttonClass, EmptyState, Skeleton } from '@rondo/design';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useMatchRoute } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '../api/client.ts';
import { useErrorWords } from '../api/useErrorWords.ts';
import { BrokenInside } from './Broken.tsx';
import { TakeBack } from './TakeBack.tsx';
import { useTitle } from './useTitle.ts';

/**
 * In place of every screen of a team whose member one is not: for owners and admins of its organization its
 * name and settings, and for colleagues the way into a public one. To everybody else there is nothing here.
 * @param children the screen, for those who have come in
 */
export function NotInTeam({ team, children }: { team: string; children: ReactNode }): ReactNode {
  const { t } = useLingui();
  const about = useQuery({ ...api.teams.get.queryOptions({ input: { team } }), retry: false });
  const isSettings = useMatchRoute()({ to: '/teams/$team/settings' }) !== false;
  if (about.error) return <BrokenInside error={about.error} />;
  if (!about.data) return <Skeleton lines={4} label={t`The team is loading`} />;
  const { role, manages } = about.data;
  return role !== null || (manages && isSettings) ? children : <TeamDoor team={about.data} />;
}

function TeamDoor({ team }: { team: Team }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  useTitle(team.name);
  const join = useMutation(
    api.teams.join.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }),
  );
  // Whoever asked before it was opened to all just joins.
  const request = team.isPublic ? null : team.asked;
  return (
    <>
      {join.isError && <Banner tone="danger">{errorWords(join.error)}</Banner>}
      <EmptyState
        isScreen
        title={team.name}
        drawing="rings"
        action={
          <>
            {team.condition === 'open' &&
              (request ? (
                <TakeBack request={request} name={team.name} size="m" />
              ) : (
                <Button
                  tone="primary"
                  busy={join.isPending}
                  onClick={() => join.mutate({ team: team.id })}
                >
                  {team.isPublic ? t`Join the team` : t`Ask to join`}
                </Button>
              ))}{' '}
            {team.manages && (
              <Link
                to="/teams/$team/settings"
                params={{ team: team.id }}
                className={buttonClass({})}
              >
                <Trans>Team settings</Trans>
              </Link>
            )}
          </>
        }
      >
        <Words team={team} />
      </EmptyState>
    </>
  );
}

function Words({ team: { manages, condition, organization } }: { team: Team }): ReactNode {
  if (manages)
    return (
      <Trans>
        You are not in this team. Its meetings are read by its members alone; as you manage the
        organization, you may change its settings.
      </Trans>
    );
  if (condition !== 'open')
    return <Trans>You are not in this team. It can only be read now, and nobody joins it.</Trans>;
  const { name } = organization;
  return (
    <Trans>
      You are not in this team yet. Everybody in {name} may join; then you see what is at this
      address.
    </Trans>
  );
}
