import { Trans, useLingui } from '@lingui/react/macro';
import type { JoinRequest } from '@rondo/contract';
import { Avatar, Banner, Button, toast } from '@rondo/design';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import styles from './Organization.module.css';

/** Those who ask to join, to be answered. */
export function Requests({ organization }: { organization: string }) {
  const list = useQuery(api.organizations.requests.queryOptions({ input: { organization } }));
  const requests = list.data?.requests ?? [];
  if (requests.length === 0) return null;
  return (
    <section className={styles.asks} aria-labelledby="requests">
      <h2 id="requests" className={styles.title}>
        <Trans>They ask to join</Trans>
      </h2>
      <ul className={styles.rows}>
        {requests.map((request) => (
          <Request key={request.id} request={request} />
        ))}
      </ul>
    </section>
  );
}

function Request({ request: { id, person, team } }: { request: JoinRequest }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const answer = useMutation(
    api.organizations.answer.mutationOptions({
      onSuccess: async (_, given) => {
        toast({
          text: given.answer === 'yes' ? t`${person.name} is in.` : t`${person.name} stays out.`,
          tone: 'ok',
        });
        await queryClient.invalidateQueries();
      },
    }),
  );
  return (
    <li className={styles.row}>
      <Avatar name={person.name} seed={person.id} />
      <span className={styles.grow}>
        <span className={styles.name}>{person.name}</span>
        <span className={styles.note}>
          {person.email}
          {team && (
            <>
              {' · '}
              <Trans>into the team {team.name}</Trans>
            </>
          )}
        </span>
      </span>
      <Button
        size="s"
        tone="quiet"
        busy={answer.isPending}
        aria-label={t`Decline ${person.name}`}
        onClick={() => answer.mutate({ request: id, answer: 'no' })}
      >
        <Trans>Decline</Trans>
      </Button>
      <Button
        size="s"
        busy={answer.isPending}
        aria-label={t`Let in ${person.name}`}
        onClick={() => answer.mutate({ request: id, answer: 'yes' })}
      >
        <Trans>Let in</Trans>
      </Button>
      {answer.isError && <Banner tone="danger">{errorWords(answer.error)}</Banner>}
    </li>
  );
}
