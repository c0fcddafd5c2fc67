import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, Banner, Button, toast } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { useErrorWords } from '../api/useErrorWords.ts';

interface Props {
  request: string;
  /** Of the team or organization. */
  name: string;
  /** Of the button, as those beside it. */
  size?: 's' | 'm';
}

/** Says of a team or organization that one has asked to join it, and takes that back. */
export function TakeBack({ request, name, size = 's' }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const withdraw = useMutation(
    api.organizations.withdraw.mutationOptions({
      onSuccess: () => toast({ text: t`You have taken it back.`, tone: 'ok' }),
      // Also when somebody has answered it meanwhile: then that is to be seen.
      onSettled: () => queryClient.invalidateQueries(),
    }),
  );
  return (
    <>
      <Badge>{t`Asked`}</Badge>{' '}
      <Button
        size={size}
        busy={withdraw.isPending}
        aria-label={t`Take back your request to join ${name}`}
        onClick={() => withdraw.mutate({ request })}
      >
        <Trans>Take back</Trans>
      </Button>
      {withdraw.isError && <Banner tone="danger">{errorWords(withdraw.error)}</Banner>}
    </>
  );
}
