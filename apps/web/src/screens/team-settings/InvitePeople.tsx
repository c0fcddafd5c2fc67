import { Trans, useLingui } from '@lingui/react/macro';
import type { Team } from '@rondo/contract';
import { Banner, Button, Dialog, TextArea, toast } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { CopyField } from '../../shell/CopyField.tsx';
import { addressesIn } from './addressesIn.ts';
import page from '../Page.module.css';

interface Props {
  team: Pick<Team, 'id' | 'name'>;
  /** Leads on into a running meeting. */
  meeting?: string;
  open: boolean;
  onClose: () => void;
}

/** The dialog around `InviteForm`. */
export function InvitePeople({ team, open, onClose }: Props) {
  const { t } = useLingui();
  return (
    <Dialog open={open} onClose={onClose} title={t`Invite into ${team.name}`} closeLabel={t`Close`}>
      <InviteForm team={team} />
    </Dialog>
  );
}

/** How many invitations go out at once. */
const MOST = 50;

/** New members for a team: by mail, or by a link that is shown once. */
export function InviteForm({ team, meeting }: Pick<Props, 'team' | 'meeting'>) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const [emails, setEmails] = useState('');
  const refresh = (): Promise<void> =>
    queryClient.invalidateQueries({ queryKey: api.invitations.list.key() });
  const link = useMutation(api.invitations.createLink.mutationOptions({ onSuccess: refresh }));
  const mail = useMutation(
    api.invitations.mail.mutationOptions({
      onSuccess: async ({ invitations }) => {
        setEmails('');
        setTried(false);
        toast({ text: t`Invitations on their way: ${invitations.length}`, tone: 'ok' });
        await refresh();
      },
    }),
  );
  const { addresses, wrong } = addressesIn(emails);
  const slips = wrong.join(', ');
  const tooMany = addresses.length > MOST;
  // Not while somebody is in the middle of typing one.
  const [tried, setTried] = useState(false);
  const into = { team: team.id, ...(meeting !== undefined && { meeting }) };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!tooMany && slips === '') mail.mutate({ ...into, emails: addresses });
  };
  const error = link.error ?? mail.error;
  return (
    <div className={page.form}>
      {error !== null && <Banner tone="danger">{errorWords(error)}</Banner>}
      <form className={page.form} onSubmit={submit}>
        <TextArea
          label={t`Invite by mail`}
          hint={t`Up to ${MOST} at once: one on each line, or with commas between them.`}
          error={
            tooMany
              ? t`At most ${MOST} at once, please.`
              : tried && slips !== ''
                ? t`Not a mail address: ${slips}`
                : undefined
          }
          rows={2}
          inputMode="email"
          autoComplete="off"
          required
          value={emails}
          onChange={(event) => {
            setEmails(event.target.value);
            setTried(false);
          }}
        />
        <Button type="submit" busy={mail.isPending}>
          <Trans>Send invitations</Trans>
        </Button>
      </form>
      {link.data ? (
        <CopyField
          label={
            meeting === undefined ? t`Link into the team` : t`Link into the team and this meeting`
          }
          hint={t`Shown only once. Works for 30 days; withdraw it in the team’s settings.`}
          value={link.data.url}
        />
      ) : (
        <Button busy={link.isPending} onClick={() => link.mutate(into)}>
          <Trans>Make a link instead</Trans>
        </Button>
      )}
    </div>
  );
}
