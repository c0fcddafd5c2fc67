import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Badge, Banner, Button, linkClass, TextField } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { useMe } from '../../shell/useMe.ts';
import { useTitle } from '../../shell/useTitle.ts';
import { Offered } from './Offered.tsx';
import { useRoleWords } from './useRoleWords.ts';
import page from '../Page.module.css';
import styles from './Organization.module.css';

/** All organizations somebody is in, those they may join, and the way to another. */
export default function Organizations() {
  const { t } = useLingui();
  useTitle(t`Organizations`);
  const roleWords = useRoleWords();
  const { organizations } = useMe().me;
  return (
    <>
      <div className={page.head}>
        <h1 className={page.title}>
          <Trans>Your organizations</Trans>
        </h1>
      </div>
      <Offered />
      {organizations.length === 0 && (
        <p className={page.quiet}>
          <Trans>You are in none. Ask a colleague for an invitation, or make your own below.</Trans>
        </p>
      )}
      {organizations.length > 0 && (
        <ul className={styles.rows}>
          {organizations.map(({ id, name, role, teams }) => (
            <li key={id} className={styles.row}>
              <span className={styles.grow}>
                <Link
                  to="/organizations/$organization"
                  params={{ organization: id }}
                  className={linkClass}
                >
                  {name}
                </Link>
                <span className={styles.note}>
                  <Plural
                    value={teams.length}
                    _0="you are in no team of it"
                    one="you are in # team of it"
                    other="you are in # teams of it"
                  />
                </span>
              </span>
              {role !== 'member' && <Badge>{roleWords(role)}</Badge>}
            </li>
          ))}
        </ul>
      )}
      <NewOrganization />
    </>
  );
}

function NewOrganization() {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [team, setTeam] = useState('');
  const create = useMutation(
    api.organizations.create.mutationOptions({
      onSuccess: async ({ organization }) => {
        await queryClient.invalidateQueries();
        await navigate({ to: '/organizations/$organization', params: { organization } });
      },
    }),
  );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    create.mutate({ name, team });
  };
  return (
    <section className={page.section} aria-labelledby="new-organization">
      <h2 id="new-organization" className={page.subtitle}>
        <Trans>Another organization</Trans>
      </h2>
      <form className={page.form} onSubmit={submit}>
        {create.isError && <Banner tone="danger">{errorWords(create.error)}</Banner>}
        <TextField
          label={t`Name of the organization`}
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={t`Its first team`}
          required
          maxLength={80}
          value={team}
          onChange={(event) => setTeam(event.target.value)}
        />
        <Button type="submit" busy={create.isPending}>
          <Trans>Make the organization</Trans>
        </Button>
      </form>
    </section>
  );
}
