import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { OrganizationTeam } from '@rondo/contract';
import { Badge, Banner, Button, buttonClass, linkClass, toast } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { TakeBack } from '../../shell/TakeBack.tsx';
import { Refused } from './plan/Refused.tsx';
import styles from './Organization.module.css';

/** A team in the list of all: its way in, and for those who manage it the way to its settings. */
export function TeamRow({ team, organization }: { team: OrganizationTeam; organization: string }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const refresh = (): Promise<void> => queryClient.invalidateQueries();
  const join = useMutation(
    api.teams.join.mutationOptions({
      onSuccess: async ({ joined }) => {
        toast({
          text: joined
            ? t`You are in ${team.name} now.`
            : t`You have asked to join ${team.name}. Its leads are told.`,
          tone: 'ok',
        });
        await refresh();
      },
    }),
  );
  const restore = useMutation(api.teams.restore.mutationOptions({ onSuccess: refresh }));
  const about = { to: '/teams/$team', params: { team: team.id } } as const;
  const isArchived = team.condition === 'archived';
  // Whoever asked before it was opened to all just joins.
  const request = team.isPublic ? null : team.asked;
  return (
    <li className={styles.row}>
      <span className={styles.grow}>
        {team.role === null ? (
          <span className={styles.name}>{team.name}</span>
        ) : (
          <Link {...about} className={linkClass}>
            {team.name}
          </Link>
        )}
        <span className={styles.note}>
          <Plural value={team.people} _0="nobody in it" one="# person" other="# people" />
          {' · '}
          {team.isPublic ? t`open to all` : t`private`}
        </span>
      </span>
      {isArchived && <Badge>{t`archived`}</Badge>}
      {team.condition === 'read-only' && <Badge tone="warn">{t`read-only`}</Badge>}
      {team.role !== null && <Badge>{team.role === 'lead' ? t`you lead` : t`you are in it`}</Badge>}
      {team.role === null && request !== null && <TakeBack request={request} name={team.name} />}
      {team.role === null && request === null && team.condition === 'open' && (
        <Button size="s" busy={join.isPending} onClick={() => join.mutate({ team: team.id })}>
          {team.isPublic ? <Trans>Join</Trans> : <Trans>Ask to join</Trans>}{' '}
          <span className="visually-hidden">{team.name}</span>
        </Button>
      )}
      {team.manages && isArchived && (
        <Button
          size="s"
          busy={restore.isPending}
          aria-label={t`Restore ${team.name}`}
          onClick={() => restore.mutate({ team: team.id })}
        >
          <Trans>Restore</Trans>
        </Button>
      )}
      {team.manages && (
        <Link
          to="/teams/$team/settings"
          params={{ team: team.id }}
          className={buttonClass({ tone: 'quiet', size: 's' })}
          aria-label={t`Settings of ${team.name}`}
        >
          <Trans>Settings</Trans>
        </Link>
      )}
      {join.isError && <Banner tone="danger">{errorWords(join.error)}</Banner>}
      <Refused organization={organization} error={restore.error} onClose={() => restore.reset()} />
    </li>
  );
}
