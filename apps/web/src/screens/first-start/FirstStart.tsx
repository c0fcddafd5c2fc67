import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button, EmptyState, linkClass, TextField } from '@rondo/design';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { preferredLanguage } from '../../language/language.ts';
import { Outside } from '../../shell/Outside.tsx';
import styles from '../sign-in/Entry.module.css';

/** A server's very first screen: whoever has the printed code makes the account that owns the server. */
export default function FirstStart() {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const server = useQuery(api.server.info.queryOptions({ input: {} }));
  const claim = useMutation(api.server.claim.mutationOptions());
  const [form, setForm] = useState({
    code: '',
    name: '',
    email: '',
    password: '',
    organization: '',
    team: '',
  });
  const field = (name: keyof typeof form) => ({
    name,
    required: true,
    value: form[name],
    onChange: (event: { target: { value: string } }) =>
      setForm((now) => ({ ...now, [name]: event.target.value })),
  });

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { team } = await claim.mutateAsync({ ...form, language: preferredLanguage() });
    queryClient.clear();
    await navigate({ to: '/teams/$team', params: { team } });
  };

  if (server.data?.claimed && !claim.isPending) {
    return (
      <Outside title={t`First start`}>
        <EmptyState
          isScreen
          title={t`This server has an owner already`}
          action={
            <Link to="/sign-in" className={linkClass}>
              <Trans>Sign in</Trans>
            </Link>
          }
        />
      </Outside>
    );
  }
  return (
    <Outside title={t`First start`}>
      <h1 className={styles.title}>
        <Trans>Welcome to your own Rondo</Trans>
      </h1>
      <p className={styles.lead}>
        <Trans>
          The first account owns this server. The code below was printed where you started it.
        </Trans>
      </p>
      {/* A refused claim is shown in the banner; the form keeps what was typed. */}
      <form className={styles.form} onSubmit={(event) => void submit(event).catch(() => undefined)}>
        {claim.isError && <Banner tone="danger">{errorWords(claim.error)}</Banner>}
        <TextField
          label={t`Code from the start`}
          autoComplete="one-time-code"
          spellCheck={false}
          {...field('code')}
        />
        <TextField label={t`Your name`} autoComplete="name" maxLength={60} {...field('name')} />
        <TextField label={t`E-mail`} type="email" autoComplete="email" {...field('email')} />
        <TextField
          label={t`Password`}
          hint={t`At least 10 characters`}
          type="password"
          autoComplete="new-password"
          minLength={10}
          {...field('password')}
        />
        <div className={styles.pair}>
          <TextField
            label={t`Organization`}
            autoComplete="organization"
            maxLength={80}
            {...field('organization')}
          />
          <TextField label={t`First team`} maxLength={80} {...field('team')} />
        </div>
        <Button tone="primary" size="l" type="submit" wide busy={claim.isPending}>
          <Trans>Start</Trans>
        </Button>
      </form>
      <p className={styles.aside}>
        <Link to="/demo" className={linkClass}>
          <Trans>Play a meeting first, with simulated teammates</Trans>
        </Link>
      </p>
    </Outside>
  );
}
