import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button, linkClass, TextField } from '@rondo/design';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { mailSignInLink, signIn, type AccountAnswer } from '../../api/accounts.ts';
import { signInRoute } from '../../routes/sign-in.ts';
import { Outside } from '../../shell/Outside.tsx';
import { withInvitation } from '../join/invitation.ts';
import { MailSent } from './MailSent.tsx';
import { useAccountWords } from './useAccountWords.ts';
import styles from './Entry.module.css';

type Busy = 'password' | 'link' | null;

export default function SignIn() {
  const { t } = useLingui();
  const words = useAccountWords();
  const { next = '/' } = signInRoute.useSearch();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState<Busy>(null);
  const [answer, setAnswer] = useState<AccountAnswer | null>(null);
  const [mailed, setMailed] = useState(false);

  const withPassword = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setBusy('password');
    const result = await signIn(email, password);
    setBusy(null);
    setAnswer(result);
    if (result !== 'ok') return;
    queryClient.clear();
    await navigate({ href: next });
  };

  const withLink = async (): Promise<void> => {
    setBusy('link');
    const result = await mailSignInLink(email, withInvitation(next));
    setBusy(null);
    setAnswer(result);
    setMailed(result === 'ok');
  };

  if (mailed) return <MailSent email={email} onBack={() => setMailed(false)} />;
  return (
    <Outside title={t`Sign in`}>
      <h1 className={styles.title}>
        <Trans>Good to see you</Trans>
      </h1>
      <p className={styles.lead}>
        <Trans>Sign in to your team’s meetings.</Trans>
      </p>
      <form className={styles.form} onSubmit={(event) => void withPassword(event)}>
        {answer !== null && answer !== 'ok' && <Banner tone="danger">{words(answer)}</Banner>}
        <TextField
          label={t`E-mail`}
          type="email"
          name="email"
          autoComplete="email"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <TextField
          label={t`Password`}
          type="password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button tone="primary" size="l" type="submit" wide busy={busy === 'password'}>
          <Trans>Sign in</Trans>
        </Button>
        <Button
          wide
          disabled={!email.includes('@')}
          busy={busy === 'link'}
          onClick={() => void withLink()}
        >
          <Trans>Mail me a link instead</Trans>
        </Button>
      </form>
      <div className={styles.aside}>
        <Link to="/sign-up" search={{ next }} className={linkClass}>
          <Trans>Make an account</Trans>
        </Link>
        <Link to="/demo" className={linkClass}>
          <Trans>Try it without one</Trans>
        </Link>
        <Link to="/forgot-password" className={linkClass}>
          <Trans>Forgot your password?</Trans>
        </Link>
      </div>
    </Outside>
  );
}
