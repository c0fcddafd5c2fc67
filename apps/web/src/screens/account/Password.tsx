import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button, TextField, toast } from '@rondo/design';
import { useState, type SubmitEvent } from 'react';
import { changePassword, type AccountAnswer } from '../../api/accounts.ts';
import { useAccountWords } from '../sign-in/useAccountWords.ts';
import page from '../Page.module.css';

/** Another password; it signs out every other device. */
export function Password() {
  const { t } = useLingui();
  const words = useAccountWords();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<AccountAnswer | null>(null);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const result = await changePassword(current, next);
    setBusy(false);
    setAnswer(result);
    if (result !== 'ok') return;
    setCurrent('');
    setNext('');
    toast({ text: t`Your new password is set. Other devices are signed out.`, tone: 'ok' });
  };
  return (
    <section className={page.section} aria-labelledby="password">
      <h2 id="password" className={page.subtitle}>
        <Trans>Password</Trans>
      </h2>
      <form className={page.form} onSubmit={(event) => void submit(event)}>
        {answer !== null && answer !== 'ok' && (
          <Banner tone="danger">
            {answer === 'wrong' || answer === 'expired'
              ? t`The present password is not right.`
              : words(answer)}
          </Banner>
        )}
        <TextField
          label={t`Present password`}
          type="password"
          autoComplete="current-password"
          required
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
        />
        <TextField
          label={t`New password`}
          hint={t`At least 10 characters`}
          type="password"
          autoComplete="new-password"
          minLength={10}
          required
          value={next}
          onChange={(event) => setNext(event.target.value)}
        />
        <Button type="submit" busy={busy}>
          <Trans>Change the password</Trans>
        </Button>
      </form>
    </section>
  );
}
