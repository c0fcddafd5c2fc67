import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ErasurePreview } from '@rondo/contract';
import { Banner, Button, linkClass } from '@rondo/design';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { Answer } from '../../shell/Answer.tsx';
import { EraseForm } from './EraseForm.tsx';
import styles from '../moving/Moving.module.css';
import page from '../Page.module.css';

/** The end of an account: what happens first, then the proof that it is you. */
export function Erasure() {
  const { t } = useLingui();
  const query = useQuery(api.erasure.preview.queryOptions({ input: {} }));
  return (
    <section className={page.section} aria-labelledby="erasure">
      <h2 id="erasure" className={page.subtitle}>
        <Trans>Erase your account</Trans>
      </h2>
      <Answer query={query} loading={t`What would happen is loading`}>
        {(preview) => <Consequences preview={preview} />}
      </Answer>
    </section>
  );
}

function Consequences({ preview }: { preview: ErasurePreview }) {
  const { t } = useLingui();
  const [isSure, setSure] = useState(false);
  const { ownsServer, lastOwnerOf, lastLeadOf, deleted, meetings, tasks } = preview;
  if (ownsServer)
    return (
      <Banner tone="info">
        <Trans>You own this server, and it needs an owner. So your account stays.</Trans>
      </Banner>
    );
  const first = [...lastOwnerOf, ...lastLeadOf];
  return (
    <>
      {first.length > 0 && (
        <Banner tone="warn">
          <Trans>Somebody else has to take over first:</Trans>
          <ul className={styles.list}>
            {lastOwnerOf.map(({ id, name }) => (
              <li key={id}>
                <Trans>
                  another owner for{' '}
                  <Link
                    className={linkClass}
                    to="/organizations/$organization"
                    params={{ organization: id }}
                    hash="people"
                  >
                    {name}
                  </Link>
                </Trans>
              </li>
            ))}
            {lastLeadOf.map(({ id, name }) => (
              <li key={id}>
                <Trans>
                  another lead for{' '}
                  <Link className={linkClass} to="/teams/$team/settings" params={{ team: id }}>
                    {name}
                  </Link>
                </Trans>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      <ul className={styles.list} aria-label={t`What happens`}>
        <li>
          <Trans>You are signed out everywhere, and nobody can sign in as you again.</Trans>
        </li>
        <li>
          <Trans>Your name, your address, mails to you and what you are told are deleted.</Trans>
        </li>
        <li>
          <Plural
            value={meetings}
            one="In # meeting “A former member” stands in your place. What you wrote there stays."
            other="In # meetings “A former member” stands in your place. What you wrote there stays."
          />
        </li>
        {tasks > 0 && (
          <li>
            <Plural
              value={tasks}
              one="# task stays with the team, with nobody to do it."
              other="# tasks stay with their teams, with nobody to do them."
            />
          </li>
        )}
        {[...deleted.organizations, ...deleted.teams].map(({ id, name }) => (
          <li key={id}>
            <Trans>
              <strong>{name}</strong> is deleted with everything in it, as nobody else is there.
            </Trans>
          </li>
        ))}
      </ul>
      <p className={styles.words}>
        <Trans>This cannot be undone. Take your export file along first.</Trans>
      </p>
      {isSure ? (
        <EraseForm password={preview.password} onLeave={() => setSure(false)} />
      ) : (
        <Button tone="danger" disabled={first.length > 0} onClick={() => setSure(true)}>
          <Trans>Go on to erase it</Trans>
        </Button>
      )}
    </>
  );
}
