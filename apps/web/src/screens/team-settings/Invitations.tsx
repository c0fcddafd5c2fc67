import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Team } from '@rondo/contract';
import { Banner, ConfirmButton, dateIn } from '@rondo/design';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { InviteForm } from './InvitePeople.tsx';
import page from '../Page.module.css';
import styles from './Rows.module.css';

/** Open invitations, to be withdrawn, and the form for new ones. */
export function Invitations({ team }: { team: Team }) {
  const { t, i18n } = useLingui();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const list = useQuery(api.invitations.list.queryOptions({ input: { team: team.id } }));
  const revoke = useMutation(
    api.invitations.revoke.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.invitations.list.key() }),
    }),
  );
  if (team.condition !== 'open' && !list.data?.invitations.length) return null;
  return (
    <section className={page.section} aria-labelledby="invitations">
      <h2 id="invitations" className={page.subtitle}>
        <Trans>Invitations</Trans>
      </h2>
      {revoke.isError && <Banner tone="danger">{errorWords(revoke.error)}</Banner>}
      <ul className={styles.rows}>
        {list.data?.invitations.map((invitation) => (
          <li key={invitation.id} className={styles.row}>
            <span className={styles.grow}>
              {invitation.email ?? t`Link for everybody who has it`}
              <small className={styles.note}>
                <Trans>
                  by {invitation.by}, until{' '}
                  {dateIn(i18n.locale, new Date(invitation.expiresAt), { dateStyle: 'medium' })}
                </Trans>
                {invitation.email === null && (
                  <>
                    {', '}
                    <Plural
                      value={invitation.uses}
                      _0="not used yet"
                      one="used once"
                      other="used # times"
                    />
                  </>
                )}
              </small>
            </span>
            <ConfirmButton
              size="s"
              tone="quiet"
              question={t`Really withdraw?`}
              onConfirm={() => revoke.mutate({ invitation: invitation.id })}
            >
              {t`Withdraw`}
            </ConfirmButton>
          </li>
        ))}
      </ul>
      {team.condition === 'open' && <InviteForm team={team} />}
    </section>
  );
}
