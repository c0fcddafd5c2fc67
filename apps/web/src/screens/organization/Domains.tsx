import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button, ConfirmButton, dateIn, TextField, toast } from '@rondo/design';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { errorCode } from '../../api/call.ts';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { useMe } from '../../shell/useMe.ts';
import page from '../Page.module.css';
import styles from './Organization.module.css';

/** Mail domains that are shown to be the organization's, and the way to show another. */
export function Domains({ organization }: { organization: string }) {
  const { t, i18n } = useLingui();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const { me } = useMe();
  const [email, setEmail] = useState(me.email);
  const list = useQuery(api.organizations.domains.queryOptions({ input: { organization } }));
  const refresh = (): Promise<void> =>
    queryClient.invalidateQueries({ queryKey: api.organizations.domains.key() });
  const add = useMutation(
    api.organizations.addDomain.mutationOptions({
      onSuccess: async ({ verified }) => {
        toast({
          text: verified ? t`The domain is verified.` : t`A link is on its way to ${email}.`,
          tone: 'ok',
        });
        setEmail('');
        await refresh();
      },
    }),
  );
  const remove = useMutation(
    api.organizations.removeDomain.mutationOptions({ onSuccess: refresh }),
  );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    add.mutate({ organization, email });
  };
  const isRefused = add.isError && errorCode(add.error) === 'not-allowed';
  return (
    <section className={page.section} aria-labelledby="domains">
      <h2 id="domains" className={page.subtitle}>
        <Trans>Mail domains</Trans>
      </h2>
      {remove.isError && <Banner tone="danger">{errorWords(remove.error)}</Banner>}
      {list.data?.domains.length === 0 && (
        <p className={styles.none}>
          <Trans>None yet. Without one, nobody joins without an invitation.</Trans>
        </p>
      )}
      {list.data && list.data.domains.length > 0 && (
        <ul className={styles.rows}>
          {list.data.domains.map(({ domain, verifiedAt }) => (
            <li key={domain} className={styles.row}>
              <span className={styles.grow}>
                <span className={styles.name}>{domain}</span>
                <span className={styles.note}>
                  <Trans>
                    verified on {dateIn(i18n.locale, new Date(verifiedAt), { dateStyle: 'medium' })}
                  </Trans>
                </span>
              </span>
              <ConfirmButton
                size="s"
                question={t`Really remove it?`}
                aria-label={t`Remove ${domain}`}
                onConfirm={() => remove.mutate({ organization, domain })}
              >
                <Trans>Remove</Trans>
              </ConfirmButton>
            </li>
          ))}
        </ul>
      )}
      <form className={page.form} onSubmit={submit}>
        {add.isError && (
          <Banner tone="danger">
            {isRefused
              ? t`Anybody can get an address there, so it cannot stand for an organization.`
              : errorWords(add.error)}
          </Banner>
        )}
        <TextField
          label={t`An address of the domain that you can read`}
          hint={t`Your own address counts at once. To any other a link is mailed.`}
          type="email"
          required
          autoComplete="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Button type="submit" busy={add.isPending}>
          <Trans>Verify the domain</Trans>
        </Button>
      </form>
    </section>
  );
}
