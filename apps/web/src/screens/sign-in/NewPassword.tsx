import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button, linkClass, TextField, toast } from '@rondo/design';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { setNewPassword, type AccountAnswer } from '../../api/accounts.ts';
import { Outside } from '../../shell/Outside.tsx';
import { useAccountWords } from './useAccountWords.ts';
import styles from './Entry.module.css';

function fromLink(): string | undefined {
  return new URLSearchParams(location.hash.slice(1)).get('token') ?? undefined;
}

/** Where the mailed link for a new password leads. */
export default function NewPassword() {
  const { t } = useLingui();
  const words = useAccountWords();
  const navigate = useNavigate();
  const [token] = useState(fromLink);
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<AccountAnswer | null>(
    token === undefined ? 'expired' : null,
  );

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (token === undefined) return;
    setBusy(true);
    const result = await setNewPassword(token, password);
    setBusy(false);
    setAnswer(result);
    if (result !== 'ok') return;
    toast({ text: t`Your new password is set.`, tone: 'ok' });
    await navigate({ to: '/sign-in' });
  };

  return (
    <Outside title={t`New password`}>
      <h1 className={styles.title}>
        <Trans>Your new password</Trans>
      </h1>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        {answer !== null && answer !== 'ok' && <Banner tone="danger">{words(answer)}</Banner>}
        <TextField
          label={t`New password`}
          hint={t`At least 10 characters`}
          type="password"
          autoComplete="new-password"
          required
          minLength={10}
          disabled={token === undefined}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button
          tone="primary"
          size="l"
          type="submit"
          wide
          busy={busy}
          disabled={token === undefined}
        >
          <Trans>Set it</Trans>
        </Button>
      </form>
      <div className={styles.aside}>
        <Link to="/forgot-password" className={linkClass}>
          <Trans>Ask for a new link</Trans>
        </Link>
      </div>
    </Outside>
  );
}
