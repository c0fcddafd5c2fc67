import { Trans, useLingui } from '@lingui/react/macro';
import type { Report } from '@rondo/contract';
import { Banner, Button, Dialog, RadioCards, toast } from '@rondo/design';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';

interface Props {
  open: boolean;
  report: Report;
  version: () => number;
  keep: (report: Report) => void;
  onClose: () => void;
}

/** Who shall read it? Nothing is shown to anybody before this is answered. */
export function PublishDialog({ open, report, version, keep, onClose }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const [audience, setAudience] = useState<'private' | 'public'>(report.audience);
  const publish = useMutation(
    api.reports.publish.mutationOptions({
      onSuccess: (published) => {
        toast({ text: t`Published`, tone: 'ok' });
        onClose();
        keep(published);
      },
    }),
  );
  return (
    <Dialog
      open={open}
      title={t`Publish #${report.number}`}
      onClose={onClose}
      closeLabel={t`Close`}
      footer={
        <>
          <Button tone="quiet" onClick={onClose}>
            <Trans>Not yet</Trans>
          </Button>
          <Button
            tone="primary"
            busy={publish.isPending}
            onClick={() => publish.mutate({ report: report.id, version: version(), audience })}
          >
            <Trans>Publish</Trans>
          </Button>
        </>
      }
    >
      <RadioCards
        label={t`Who shall read it?`}
        value={audience}
        onChange={setAudience}
        options={[
          {
            value: 'private',
            label: t`Your organization`,
            hint: t`All who have an account there.`,
          },
          {
            value: 'public',
            label: t`Everybody`,
            hint: t`A page that anybody can open, in the public list and feed, mailed to subscribers.`,
          },
        ]}
      />
      {publish.isError && <Banner tone="danger">{errorWords(publish.error)}</Banner>}
    </Dialog>
  );
}
