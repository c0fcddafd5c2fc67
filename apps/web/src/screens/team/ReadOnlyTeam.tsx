import { Trans } from '@lingui/react/macro';
import type { Team } from '@rondo/contract';
import { Banner, Button } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { PlanNotice } from '../organization/plan/PlanNotice.tsx';
import { Refused } from '../organization/plan/Refused.tsx';

/** Says why a team can only be read, and what to do; nothing where it can be worked with. */
export function ReadOnlyTeam({ team }: { team: Team }) {
  const queryClient = useQueryClient();
  const restore = useMutation(
    api.teams.restore.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }),
  );
  if (team.condition !== 'archived') return <PlanNotice team={team} />;
  return (
    <>
      <Banner
        tone="read-only"
        action={
          team.manages && (
            <Button
              size="s"
              busy={restore.isPending}
              onClick={() => restore.mutate({ team: team.id })}
            >
              <Trans>Restore the team</Trans>
            </Button>
          )
        }
      >
        {team.manages ? (
          <Trans>This team is archived. All of it can be read; nothing can be changed.</Trans>
        ) : (
          <Trans>
            This team is archived. All of it can be read; nothing can be changed until a lead
            restores it.
          </Trans>
        )}
      </Banner>
      <Refused
        organization={team.organization.id}
        error={restore.error}
        onClose={() => restore.reset()}
      />
    </>
  );
}
