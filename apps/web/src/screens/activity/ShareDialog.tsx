import { Trans, useLingui } from '@lingui/react/macro';
import type { Share } from '@rondo/contract';
import { Banner, Button, Dialog, RadioCards } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';

interface Props {
  open: boolean;
  onClose: () => void;
  activity: string;
  share: Share;
}

/** Who finds the activity in their library. Only its own team may change it, whoever finds it. */
export function ShareDialog({ open, onClose, activity, share }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState(share);
  const save = useMutation(
    api.customActivities.share.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.activities.key() });
        onClose();
      },
    }),
  );
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t`Share`}
      closeLabel={t`Close`}
      footer={
        <Button
          tone="primary"
          busy={save.isPending}
          onClick={() => save.mutate({ activity, share: chosen })}
        >
          <Trans>Save</Trans>
        </Button>
      }
    >
      {save.isError && <Banner tone="danger">{errorWords(save.error)}</Banner>}
      <RadioCards<Share>
        label={t`Who finds it in the library?`}
        value={chosen}
        onChange={setChosen}
        options={[
          { value: 'team', label: t`Your team` },
          { value: 'organization', label: t`All teams of your organization` },
          {
            value: 'server',
            label: t`Everybody on this server`,
            hint: t`Other organizations too. They learn its words, not who you are.`,
          },
        ]}
      />
    </Dialog>
  );
}
