import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button, toast } from '@rondo/design';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { TakeBack } from '../../shell/TakeBack.tsx';
import styles from './Organization.module.css';

/** Organizations of one's colleagues, by the domain of one's address; nothing where there are none. */
export function Offered() {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const list = useQuery(api.organizations.offered.queryOptions({ input: {} }));
  const join = useMutation(
    api.organizations.join.mutationOptions({
      onSuccess: async ({ joined }) => {
        toast({
          text: joined ? t`You are in. Look for your team.` : t`You have asked. You will be told.`,
          tone: 'ok',
        });
        await queryClient.invalidateQueries();
      },
    }),
  );
  const offered = list.data?.organizations ?? [];
  if (offered.length === 0) return null;
  return (
    <section className={styles.asks} aria-labelledby="offered">
      <h2 id="offered" className={styles.title}>
        <Trans>Your colleagues are here</Trans>
      </h2>
      {join.isError && <Banner tone="danger">{errorWords(join.error)}</Banner>}
      <ul className={styles.rows}>
        {offered.map(({ id, name, joining, asked }) => (
          <li key={id} className={styles.row}>
            <span className={styles.grow}>
              <span className={styles.name}>{name}</span>
            </span>
            {asked !== null && joining === 'ask' ? (
              <TakeBack request={asked} name={name} />
            ) : (
              <Button
                size="s"
                tone="primary"
                busy={join.isPending}
                onClick={() => join.mutate({ organization: id })}
              >
                {joining === 'join' ? <Trans>Join</Trans> : <Trans>Ask to join</Trans>}{' '}
                <span className="visually-hidden">{name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
