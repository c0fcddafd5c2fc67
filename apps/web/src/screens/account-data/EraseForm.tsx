import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button, LinkButton, TextField } from '@rondo/design';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { forgetCommands } from '../../live/commandStore.ts';
import page from '../Page.module.css';

interface Props {
  /** There is one to ask for. */
  password: boolean;
  onLeave: () => void;
}

/** Shows that it is you, by password or by a mailed code, and erases. */
export function EraseForm({ password: hasPassword, onLeave }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const [byCode, setByCode] = useState(!hasPassword);
  const [proof, setProof] = useState('');
  const mail = useMutation(api.erasure.code.mutationOptions());
  const erase = useMutation(
    api.erasure.erase.mutationOptions({
      onSuccess: async () => {
        await forgetCommands();
        location.assign('/sign-in');
      },
    }),
  );
  const error = erase.error ?? mail.error;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    erase.mutate(byCode ? { code: proof } : { password: proof });
  };
  return (
    <form className={page.form} onSubmit={submit}>
      {error && <Banner tone="danger">{errorWords(error)}</Banner>}
      {byCode && (
        <Button busy={mail.isPending} onClick={() => mail.mutate({})}>
          {mail.isSuccess ? <Trans>Mail another code</Trans> : <Trans>Mail me a code</Trans>}
        </Button>
      )}
      {byCode ? (
        <TextField
          key="code"
          label={t`Code from the mail`}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          maxLength={20}
          value={proof}
          onChange={({ target }) => setProof(target.value)}
        />
      ) : (
        <TextField
          key="password"
          label={t`Your password`}
          type="password"
          autoComplete="current-password"
          required
          value={proof}
          onChange={({ target }) => setProof(target.value)}
        />
      )}
      {hasPassword && (
        <p>
          <LinkButton
            onClick={() => {
              setByCode(!byCode);
              setProof('');
            }}
          >
            {byCode ? t`Use the password instead` : t`I don’t know my password`}
          </LinkButton>
        </p>
      )}
      <Button type="submit" tone="danger" busy={erase.isPending}>
        <Trans>Erase my account for good</Trans>
      </Button>
      <Button onClick={onLeave}>
        <Trans>Leave it</Trans>
      </Button>
    </form>
  );
}
