import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button, linkClass, TextField } from '@rondo/design';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { preferredLanguage } from '../../language/language.ts';
import { signUpRoute } from '../../routes/sign-in.ts';
import { Outside } from '../../shell/Outside.tsx';
import { withInvitation } from '../join/invitation.ts';
import { MailSent } from './MailSent.tsx';
import styles from './Entry.module.css';

export default function SignUp() {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const { next } = signUpRoute.useSearch();
  const server = useQuery(api.server.info.queryOptions({ input: {} }));
  const signUp = useMutation(api.me.signUp.mutationOptions());
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    signUp.mutate({
      name,
      email,
      password,
      language: preferredLanguage(),
      ...(next !== undefined && { next: withInvitation(next) }),
    });
  };

  if (signUp.isSuccess) return <MailSent email={email} onBack={() => signUp.reset()} />;
  return (
    <Outside title={t`Make an account`}>
      <h1 className={styles.title}>
        <Trans>Make an account</Trans>
      </h1>
      <p className={styles.lead}>
        <Trans>You get a team of your own at once, and can invite others into it.</Trans>
      </p>
      {server.data?.signUp === 'invited' && (
        <Banner tone="info">
          <Trans>On this server you need an invitation. Ask somebody who is here already.</Trans>
        </Banner>
      )}
      <form className={styles.form} onSubmit={submit}>
        {signUp.isError && <Banner tone="danger">{errorWords(signUp.error)}</Banner>}
        <TextField
          label={t`Your name`}
          autoComplete="name"
          required
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={t`E-mail`}
          type="email"
          autoComplete="email"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <TextField
          label={t`Password`}
          hint={t`At least 10 characters`}
          type="password"
          autoComplete="new-password"
          required
          minLength={10}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button tone="primary" size="l" type="submit" wide busy={signUp.isPending}>
          <Trans>Make the account</Trans>
        </Button>
      </form>
      <div className={styles.aside}>
        <Link to="/sign-in" search={next === undefined ? {} : { next }} className={linkClass}>
          <Trans>I have an account</Trans>
        </Link>
      </div>
    </Outside>
  );
}
