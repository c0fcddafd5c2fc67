import { Trans } from '@lingui/react/macro';
import type { Team } from '@rondo/contract';
import { Banner, Button } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';

/** Says why a team can only be read, and what to do; nothing where it can be worked with. */
export function ReadOnlyTeam({ team }: { team: Team }) {
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const restore = useMutation(
    api.teams.restore.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }),
  );
  if (team.condition === 'open') return null;
  return (
    <>
      <Banner
        tone="read-only"
        action={
          team.condition === 'archived' &&
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
        {team.condition === 'read-only' ? (
          <Trans>
            This team can only be read: its organization has more teams than its plan allows.
            Meetings that run go on to their end.
          </Trans>
        ) : team.manages ? (
          <Trans>This team is archived. All of it can be read; nothing can be changed.</Trans>
        ) : (
          <Trans>
            This team is archived. All of it can be read; nothing can be changed until a lead
            restores it.
          </Trans>
        )}
      </Banner>
      {restore.isError && <Banner tone="danger">{errorWords(restore.error)}</Banner>}
    </>
  );
}
