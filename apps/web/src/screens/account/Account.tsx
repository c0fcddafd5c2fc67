import { Trans, useLingui } from '@lingui/react/macro';
import {
  Banner,
  Button,
  ConfirmButton,
  linkClass,
  RadioCards,
  Select,
  TextField,
  toast,
  useTheme,
} from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { changePassword, signOutEverywhere, type AccountAnswer } from '../../api/accounts.ts';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { chooseLanguage, LANGUAGE_NAMES, LANGUAGES } from '../../language/language.ts';
import { forgetCommands } from '../../live/commandStore.ts';
import { useMe } from '../../shell/useMe.ts';
import { useTitle } from '../../shell/useTitle.ts';
import { useAccountWords } from '../sign-in/useAccountWords.ts';
import { NewTeam } from './NewTeam.tsx';
import page from '../Page.module.css';

/** One's own account: name, language, look, password, devices. */
export default function Account() {
  const { t } = useLingui();
  useTitle(t`Account settings`);
  return (
    <>
      <div className={page.head}>
        <h1 className={page.title}>
          <Trans>Your account</Trans>
        </h1>
        <Link to="/account/notifications" className={linkClass}>
          <Trans>Notification settings</Trans>
        </Link>
        <Link to="/account/data" className={linkClass}>
          <Trans>Your data</Trans>
        </Link>
      </div>
      <Person />
      <Look />
      <Password />
      <Devices />
      <NewTeam />
    </>
  );
}

function Person() {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const { me } = useMe();
  const [name, setName] = useState(me.name);
  const change = useMutation(
    api.me.change.mutationOptions({
      onSuccess: (changed) => {
        queryClient.setQueryData(api.me.get.queryKey({ input: {} }), changed);
        toast({ text: t`Saved`, tone: 'ok' });
      },
    }),
  );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    change.mutate({ name });
  };
  return (
    <form className={page.form} onSubmit={submit}>
      {change.isError && <Banner tone="danger">{errorWords(change.error)}</Banner>}
      <TextField
        label={t`Your name`}
        required
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField label={t`E-mail`} readOnly value={me.email} />
      <Button type="submit" tone="primary" busy={change.isPending}>
        <Trans>Save</Trans>
      </Button>
    </form>
  );
}

function Look() {
  const { t, i18n } = useLingui();
  const theme = useTheme();
  const change = useMutation(api.me.change.mutationOptions());
  return (
    <section className={page.section} aria-labelledby="look">
      <h2 id="look" className={page.subtitle}>
        <Trans>Language and look</Trans>
      </h2>
      <div className={page.form}>
        <Select
          label={t`Language`}
          hint={t`Of this app, and of the mails it sends you.`}
          value={i18n.locale}
          onChange={(event) => {
            const language = LANGUAGES.find((each) => each === event.target.value) ?? 'en';
            void chooseLanguage(language);
            change.mutate({ language });
          }}
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        <RadioCards
          label={t`Look`}
          columns={3}
          size="s"
          value={theme.choice}
          onChange={theme.choose}
          options={[
            { value: 'system', label: t`Like this device` },
            { value: 'light', label: t`Light` },
            { value: 'dark', label: t`Dark` },
          ]}
        />
      </div>
    </section>
  );
}

function Password() {
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

function Devices() {
  const { t } = useLingui();
  const leave = async (): Promise<void> => {
    await signOutEverywhere();
    await forgetCommands();
    location.assign('/sign-in');
  };
  return (
    <section className={page.section} aria-labelledby="devices">
      <h2 id="devices" className={page.subtitle}>
        <Trans>Devices</Trans>
      </h2>
      <ConfirmButton
        tone="danger"
        question={t`Sign out everywhere, here too?`}
        onConfirm={() => void leave()}
      >
        {t`Sign out everywhere`}
      </ConfirmButton>
    </section>
  );
}
