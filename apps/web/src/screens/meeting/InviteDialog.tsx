import { Trans, useLingui } from '@lingui/react/macro';
import type { GuestPolicy, MeetingDoor } from '@rondo/contract';
import { Banner, Button, Dialog, RadioCards, TextField, toast } from '@rondo/design';
import { useSend, useSteers, useView } from '@rondo/live/react';
import { setGuests } from '@rondo/meeting';
import { useMutation } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import styles from './InviteDialog.module.css';

interface Props {
  door: MeetingDoor;
  open: boolean;
  onClose: () => void;
}

/** Brings people in: the meeting's link for whoever may use it, mail and a team link for new members. */
export function InviteDialog({ door, open, onClose }: Props) {
  const { t } = useLingui();
  return (
    <Dialog open={open} onClose={onClose} title={t`Bring people in`} closeLabel={t`Close`}>
      <div className={styles.parts}>
        <MeetingLink />
        {door.team && <TeamInvitations team={door.team} meeting={door.id} />}
      </div>
    </Dialog>
  );
}

function CopyField({ label, hint, value }: { label: string; hint?: string; value: string }) {
  const { t } = useLingui();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(value);
    toast({ text: t`Link copied`, tone: 'ok' });
  };
  return (
    <TextField
      label={label}
      hint={hint}
      readOnly
      value={value}
      onFocus={(event) => event.target.select()}
      trail={
        // Without a secure context there is no clipboard; the field can still be selected.
        window.isSecureContext && (
          <Button size="s" icon={<Copy size={16} aria-hidden />} onClick={() => void copy()}>
            <Trans>Copy</Trans>
          </Button>
        )
      }
    />
  );
}

function MeetingLink() {
  const { t } = useLingui();
  const send = useSend();
  const steers = useSteers();
  const guests = useView((view) => view.board.guests);
  const hints: Record<GuestPolicy, string> = {
    no: t`Works for members of the team.`,
    lobby: t`Works for members, and for guests whom the facilitator lets in.`,
    yes: t`Works for members, and for anyone who has it: a name is enough.`,
  };
  return (
    <section className={styles.part}>
      <CopyField label={t`Link to this meeting`} hint={hints[guests]} value={location.href.split('#')[0] ?? ''} />
      {steers && (
        <RadioCards<GuestPolicy>
          label={t`People without an account`}
          size="s"
          columns={3}
          value={guests}
          onChange={(value) => void send(null, setGuests, { guests: value })}
          options={[
            { value: 'no', label: t`Stay out` },
            { value: 'lobby', label: t`Wait to be let in` },
            { value: 'yes', label: t`Come in` },
          ]}
        />
      )}
    </section>
  );
}

function TeamInvitations({ team, meeting }: { team: { id: string; name: string }; meeting: string }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const [emails, setEmails] = useState('');
  const link = useMutation(api.invitations.createLink.mutationOptions());
  const mail = useMutation(
    api.invitations.mail.mutationOptions({
      onSuccess: ({ invitations }) => {
        setEmails('');
        toast({ text: t`Invitations on their way: ${invitations.length}`, tone: 'ok' });
      },
    }),
  );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const list = emails.split(/[\s,;]+/).filter((each) => each !== '');
    mail.mutate({ team: team.id, meeting, emails: list });
  };
  const error = link.error ?? mail.error;
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>
        <Trans>New members for {team.name}</Trans>
      </h3>
      {error !== null && <Banner tone="danger">{errorWords(error)}</Banner>}
      <form className={styles.mail} onSubmit={submit}>
        <TextField
          label={t`Invite by mail`}
          hint={t`Several addresses: separate them by commas.`}
          type="text"
          inputMode="email"
          required
          value={emails}
          onChange={(event) => setEmails(event.target.value)}
        />
        <Button type="submit" busy={mail.isPending}>
          <Trans>Send</Trans>
        </Button>
      </form>
      {link.data ? (
        <CopyField label={t`Link into the team and this meeting`} hint={t`Shown only once. Works for 30 days; withdraw it in the team’s settings.`} value={link.data.url} />
      ) : (
        <Button busy={link.isPending} onClick={() => link.mutate({ team: team.id, meeting })}>
          <Trans>Make a link for new members</Trans>
        </Button>
      )}
    </section>
  );
}
