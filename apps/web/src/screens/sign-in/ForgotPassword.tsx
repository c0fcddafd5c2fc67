import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button, linkClass, TextField } from '@rondo/design';
import { Link } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { mailResetLink, type AccountAnswer } from '../../api/accounts.ts';
import { Outside } from '../../shell/Outside.tsx';
import { MailSent } from './MailSent.tsx';
import { useAccountWords } from './useAccountWords.ts';
import styles from './Entry.module.css';

export default function ForgotPassword() {
  const { t } = useLingui();
  const words = useAccountWords();
  const [email, setEmail] = useState('');
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<AccountAnswer | null>(null);

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setAnswer(await mailResetLink(email));
    setBusy(false);
  };

  if (answer === 'ok') return <MailSent email={email} onBack={() => setAnswer(null)} />;
  return (
    <Outside title={t`New password`}>
      <h1 className={styles.title}>
        <Trans>Set a new password</Trans>
      </h1>
      <p className={styles.lead}>
        <Trans>We mail you a link with which you can set one.</Trans>
      </p>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        {answer !== null && <Banner tone="danger">{words(answer)}</Banner>}
        <TextField
          label={t`E-mail`}
          type="email"
          autoComplete="email"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Button tone="primary" size="l" type="submit" wide busy={busy}>
          <Trans>Mail me the link</Trans>
        </Button>
      </form>
      <div className={styles.aside}>
        <Link to="/sign-in" className={linkClass}>
          <Trans>Back to signing in</Trans>
        </Link>
      </div>
    </Outside>
  );
}
