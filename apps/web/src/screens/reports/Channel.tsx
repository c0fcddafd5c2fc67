import { Trans, useLingui } from '@lingui/react/macro';
import type { ReportChannel } from '@rondo/contract';
import { Button, ConfirmButton, Switch, toast } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { CopyField } from '../../shell/CopyField.tsx';
import { ChannelSettings } from './ChannelSettings.tsx';
import page from '../Page.module.css';

interface Props {
  team: string;
  channel: ReportChannel;
  /** The team's. */
  name: string;
  isLead: boolean;
}

/** How the reports get to people: mails, feeds, the public list; and what leads decide about them. */
export function Channel({ team, channel, name, isLead }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queries = useQueryClient();
  const done = {
    onSuccess: () => queries.invalidateQueries({ queryKey: api.reports.list.key() }),
    onError: (error: Error) => void toast({ text: errorWords(error), tone: 'warn' }),
  };
  const follow = useMutation(api.reports.follow.mutationOptions(done));
  const renew = useMutation(api.reports.renewFeed.mutationOptions(done));
  const revoke = useMutation(api.reports.revokeFeed.mutationOptions(done));
  return (
    <>
      <section className={page.section} aria-labelledby="follow">
        <h2 id="follow" className={page.subtitle}>
          <Trans>Follow along</Trans>
        </h2>
        <div className={page.form}>
          <Switch
            label={t`Mail me every report of this team`}
            checked={channel.mailed}
            disabled={follow.isPending}
            onChange={(mailed) => follow.mutate({ team, mailed })}
          />
          <CopyField
            label={t`Public list`}
            hint={t`It opens once something is published for everybody. People subscribe there by mail.`}
            value={channel.url}
          />
          <CopyField label={t`Public feed (Atom)`} value={channel.feed} />
          {channel.privateFeed === null ? (
            <Button busy={renew.isPending} onClick={() => renew.mutate({ team })}>
              <Trans>Make a feed with private reports</Trans>
            </Button>
          ) : (
            <>
              <CopyField
                label={t`Your own feed, with private reports`}
                hint={t`Whoever has this link can read them. Keep it to yourself.`}
                value={channel.privateFeed}
              />
              <ConfirmButton
                question={t`Really? The old link stops working.`}
                onConfirm={() => revoke.mutate({ team })}
                busy={revoke.isPending}
              >
                <Trans>Take the link back</Trans>
              </ConfirmButton>
            </>
          )}
          {channel.subscribers !== null && (
            <p className={page.quiet}>
              <Trans>Subscribers outside: {channel.subscribers}</Trans>
            </p>
          )}
        </div>
      </section>
      {isLead && <ChannelSettings team={team} channel={channel} name={name} />}
    </>
  );
}
