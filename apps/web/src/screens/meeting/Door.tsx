import { Trans, useLingui } from '@lingui/react/macro';
import type { MeetingDoor } from '@rondo/contract';
import { Banner, Button, buttonClass, EmptyState, linkClass, TextField } from '@rondo/design';
import { Link } from '@tanstack/react-router';
import { useActionState, useState } from 'react';
import { call } from '../../api/call.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { Outside } from '../../shell/Outside.tsx';
import styles from '../sign-in/Entry.module.css';

const NAME_KEY = 'rondo.guest-name';

interface Props {
  door: MeetingDoor;
  onEntered: () => void;
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
        isScreen
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
  const [name, setName] = useState(localStorage.getItem(NAME_KEY) ?? '');
  const [failed, enter, isEntering] = useActionState<{ error: unknown } | null>(async () => {
    localStorage.setItem(NAME_KEY, name);
    try {
      await call.meetings.enterAsGuest({ meeting: door.id, name });
      onEntered();
      return null;
    } catch (error) {
      return { error };
    }
  }, null);
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
      <form className={styles.form} action={enter}>
        {failed && <Banner tone="danger">{errorWords(failed.error)}</Banner>}
        <TextField
          label={t`Your name`}
          autoComplete="nickname"
          required
          maxLength={40}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button tone="primary" size="l" type="submit" wide busy={isEntering}>
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
