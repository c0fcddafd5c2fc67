import { Trans, useLingui } from '@lingui/react/macro';
import type { MeetingDoor } from '@rondo/contract';
import { Banner, Button, buttonClass, EmptyState, linkClass, TextField } from '@rondo/design';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { Outside } from '../../shell/Outside.tsx';
import styles from '../sign-in/Entry.module.css';

const NAME_KEY = 'rondo.guest-name';

interface Props {
  door: MeetingDoor;
  onEntered: () => Promise<void>;
}

/** In front of a meeting: with a name alone where the team allows it, else by signing in. */
export function Door({ door, onEntered }: Props) {
  const { t } = useLingui();
  const here = `/m/${door.id}`;
  if (door.status === 'running' && door.guests !== 'no')
    return <GuestForm door={door} onEntered={onEntered} />;
  return (
    <Outside title={t`Meeting`}>
      <EmptyState
        title={
          door.status === 'ended' ? t`This meeting has ended` : t`This meeting is for its team`
        }
        drawing="rings"
        action={
          <Link to="/sign-in" search={{ next: here }} className={buttonClass({ tone: 'primary' })}>
            <Trans>Sign in</Trans>
          </Link>
        }
      >
        <Trans>Members of the team see it when they are signed in.</Trans>
      </EmptyState>
    </Outside>
  );
}

function GuestForm({ door, onEntered }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const enter = useMutation(api.meetings.enterAsGuest.mutationOptions({ onSuccess: onEntered }));
  const [name, setName] = useState(localStorage.getItem(NAME_KEY) ?? '');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    localStorage.setItem(NAME_KEY, name);
    enter.mutate({ meeting: door.id, name });
  };
  return (
    <Outside title={t({ context: 'door', message: 'Come in' })}>
      <h1 className={styles.title}>
        <Trans context="door">Come in</Trans>
      </h1>
      <p className={styles.lead}>
        {door.guests === 'lobby' ? (
          <Trans>Say who you are. The facilitator lets you in.</Trans>
        ) : (
          <Trans>Say who you are, and you are in. No account needed.</Trans>
        )}
      </p>
      <form className={styles.form} onSubmit={submit}>
        {enter.isError && <Banner tone="danger">{errorWords(enter.error)}</Banner>}
        <TextField
          label={t`Your name`}
          autoComplete="nickname"
          required
          maxLength={40}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button tone="primary" size="l" type="submit" wide busy={enter.isPending}>
          <Trans>Join the meeting</Trans>
        </Button>
      </form>
      <div className={styles.aside}>
        <Link to="/sign-in" search={{ next: `/m/${door.id}` }} className={linkClass}>
          <Trans>I have an account</Trans>
        </Link>
      </div>
    </Outside>
  );
}
