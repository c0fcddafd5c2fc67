import { Trans, useLingui } from '@lingui/react/macro';
import {
  Banner,
  Button,
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
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { chooseLanguage, LANGUAGE_NAMES, LANGUAGES } from '../../language/language.ts';
import { useMe } from '../../shell/useMe.ts';
import { useTitle } from '../../shell/useTitle.ts';
import { NewTeam } from '../organization/NewTeam.tsx';
import { Devices } from './Devices.tsx';
import { Password } from './Password.tsx';
import page from '../Page.module.css';

/** One's own account: name, language, look, password, devices. */
export default function Account() {
  const { t } = useLingui();
  useTitle(t`Account settings`);
  const { organizations } = useMe().me;
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
      <NewTeam organizations={organizations} />
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
