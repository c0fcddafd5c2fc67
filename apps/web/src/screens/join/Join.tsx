import { Trans, useLingui } from '@lingui/react/macro';
import {
  Banner,
  Button,
  buttonClass,
  EmptyState,
  linkClass,
  Spinner,
  TextField,
} from '@rondo/design';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { preferredLanguage } from '../../language/language.ts';
import { Outside } from '../../shell/Outside.tsx';
import { forgetInvitation, takeInvitation } from './invitation.ts';
import styles from '../sign-in/Entry.module.css';

/** Where an invitation leads: into the team, and on into a running meeting. */
export default function Join() {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const [token] = useState(takeInvitation);
  const me = useQuery({ ...api.me.get.queryOptions({ input: {} }), retry: false });
  const invitation = useQuery({
    ...api.invitations.look.queryOptions({ input: { token } }),
    retry: false,
  });

  if (invitation.isPending || me.isPending) {
    return (
      <Outside title={t`Invitation`}>
        <Spinner label={t`Looking at your invitation`} />
      </Outside>
    );
  }
  if (invitation.isError) {
    return (
      <Outside title={t`Invitation`}>
        <EmptyState
          isScreen
          title={t`This invitation does not work`}
          drawing="lines"
          action={
            <Link to="/" className={buttonClass({})}>
              <Trans>Go to your team</Trans>
            </Link>
          }
        >
          {errorWords(invitation.error)}
        </EmptyState>
      </Outside>
    );
  }
  const { team, organization, by, addressed, meeting } = invitation.data;
  return (
    <Outside title={t`Invitation`}>
      <h1 className={styles.title}>
        <Trans>Join {team}</Trans>
      </h1>
      <p className={styles.lead}>
        {meeting ? (
          <Trans>
            {by} invites you into {team} at {organization}, and straight into “{meeting.name}”.
          </Trans>
        ) : (
          <Trans>
            {by} invites you into {team} at {organization}.
          </Trans>
        )}
      </p>
      {me.data ? (
        <AsMyself token={token} name={me.data.name} />
      ) : addressed ? (
        <AsNewcomer token={token} />
      ) : (
        <SignInFirst />
      )}
    </Outside>
  );
}

/** What comes after joining: the running meeting, or the team. */
function useGoOn(): (joined: { team: string; meeting: string | null }) => Promise<void> {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return async ({ team, meeting }) => {
    forgetInvitation();
    queryClient.clear();
    if (meeting === null) await navigate({ to: '/teams/$team', params: { team } });
    else await navigate({ to: '/m/$meeting', params: { meeting } });
  };
}

function AsMyself({ token, name }: { token: string; name: string }) {
  const errorWords = useErrorWords();
  const goOn = useGoOn();
  const accept = useMutation(api.invitations.accept.mutationOptions({ onSuccess: goOn }));
  return (
    <div className={styles.form}>
      {accept.isError && <Banner tone="danger">{errorWords(accept.error)}</Banner>}
      <Button
        tone="primary"
        size="l"
        wide
        busy={accept.isPending}
        onClick={() => accept.mutate({ token })}
      >
        <Trans>Join as {name}</Trans>
      </Button>
    </div>
  );
}

function AsNewcomer({ token }: { token: string }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const goOn = useGoOn();
  const join = useMutation(api.invitations.join.mutationOptions({ onSuccess: goOn }));
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const language = preferredLanguage();
    join.mutate({ token, name, language, ...(password !== '' && { password }) });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {join.isError && <Banner tone="danger">{errorWords(join.error)}</Banner>}
      <TextField
        label={t`Your name`}
        autoComplete="name"
        required
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={t`Password`}
        hint={t`At least 10 characters. Leave it empty to sign in by mailed links.`}
        optional={t`optional`}
        type="password"
        autoComplete="new-password"
        minLength={10}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button tone="primary" size="l" type="submit" wide busy={join.isPending}>
        <Trans>Join</Trans>
      </Button>
    </form>
  );
}

function SignInFirst() {
  const next = '/join';
  return (
    <div className={styles.form}>
      <Link
        to="/sign-up"
        search={{ next }}
        className={buttonClass({ tone: 'primary', size: 'l', wide: true })}
      >
        <Trans>Make an account</Trans>
      </Link>
      <Link to="/sign-in" search={{ next }} className={linkClass}>
        <Trans>I have an account</Trans>
      </Link>
    </div>
  );
}
