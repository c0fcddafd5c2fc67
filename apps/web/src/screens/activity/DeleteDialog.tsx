import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button, Dialog, toast } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';

interface Props {
  open: boolean;
  onClose: () => void;
  activity: string;
  team: string;
  name: string;
}

/** Takes a team's own activity out of the library. */
export function DeleteDialog({ open, onClose, activity, team, name }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const remove = useMutation(
    api.customActivities.remove.mutationOptions({
      onSuccess: async () => {
        await navigate({ to: '/teams/$team/library', params: { team } });
        toast({ text: t`“${name}” is deleted` });
        // The page of what is gone is left already: its query is not asked again.
        await queryClient.invalidateQueries({ queryKey: api.activities.ofTeam.key() });
      },
    }),
  );
  return (
    <Dialog
      open={open}
      onClose={onClose}
      size="s"
      title={t`Delete “${name}”?`}
      closeLabel={t`Close`}
      footer={
        <>
          <Button onClick={onClose}>
            <Trans>Keep it</Trans>
          </Button>
          <Button tone="danger" busy={remove.isPending} onClick={() => remove.mutate({ activity })}>
            <Trans>Delete</Trans>
          </Button>
        </>
      }
    >
      {remove.isError && <Banner tone="danger">{errorWords(remove.error)}</Banner>}
      <p>
        <Trans>
          Nobody finds it in the library any more. Meetings that were held or planned with it stay
          as they are.
        </Trans>
      </p>
    </Dialog>
  );
}
