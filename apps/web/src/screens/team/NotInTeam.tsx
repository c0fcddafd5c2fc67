import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button, buttonClass, EmptyState } from '@rondo/design';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { needAnswer } from '../../shell/needAnswer.ts';
import { useTitle } from '../../shell/useTitle.ts';

/**
 * A team whose member one is not: for owners and admins of its organization its name and settings, and
 * for colleagues the way in. To everybody else there is nothing here.
 */
export function NotInTeam({ team }: { team: string }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const about = useQuery({ ...api.teams.get.queryOptions({ input: { team } }), retry: false });
  useTitle(about.data?.name ?? t`Team`);
  const join = useMutation(
    api.teams.join.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }),
  );
  needAnswer(about);
  if (!about.data) return null;
  const { name, isPublic, condition } = about.data;
  const asked = join.data?.joined === false;
  return (
    <>
      {join.isError && <Banner tone="danger">{errorWords(join.error)}</Banner>}
      <EmptyState
        isScreen
        title={name}
        drawing="rings"
        action={
          <>
            {condition === 'open' && (
              <Button
                tone="primary"
                busy={join.isPending}
                disabled={asked}
                onClick={() => join.mutate({ team })}
              >
                {asked ? t`Asked` : isPublic ? t`Join the team` : t`Ask to join`}
              </Button>
            )}{' '}
            <Link to="/teams/$team/settings" params={{ team }} className={buttonClass({})}>
              <Trans>Team settings</Trans>
            </Link>
          </>
        }
      >
        <Trans>
          You are not in this team. Its meetings are read by its members alone; as you manage the
          organization, you may change its settings.
        </Trans>
      </EmptyState>
    </>
  );
}
