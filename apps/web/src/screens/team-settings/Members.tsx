import { Trans, useLingui } from '@lingui/react/macro';
import type { Team } from '@rondo/contract';
import { Avatar, Badge, Banner, ConfirmButton, Menu } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import page from '../Page.module.css';
import styles from './Rows.module.css';

/** Who is in the team; a lead makes leads and removes, everybody may leave. */
export function Members({ team }: { team: Team }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [removing, setRemoving] = useState<string | null>(null);
  const refresh = (): Promise<void> => queryClient.invalidateQueries();
  const setRole = useMutation(api.teams.setRole.mutationOptions({ onSuccess: refresh }));
  const remove = useMutation(
    api.teams.removeMember.mutationOptions({
      onSuccess: async (_, { member }) => {
        if (team.members.find((each) => each.you)?.id === member) await navigate({ to: '/' });
        await refresh();
      },
    }),
  );
  const error = setRole.error ?? remove.error;
  return (
    <section className={page.section} aria-labelledby="members">
      <h2 id="members" className={page.subtitle}>
        <Trans>Members</Trans>
      </h2>
      {error !== null && <Banner tone="danger">{errorWords(error)}</Banner>}
      <ul className={styles.rows}>
        {team.members.map((member) => (
          <li key={member.id} className={styles.row}>
            <Avatar name={member.name} seed={member.id} />
            <span className={styles.grow}>
              {member.you ? t`${member.name} (you)` : member.name}
            </span>
            {member.role === 'lead' && <Badge>{t`team lead`}</Badge>}
            {removing === member.id && (
              <ConfirmButton
                size="s"
                tone="danger"
                question={member.you ? t`Really leave?` : t`Really remove?`}
                onConfirm={() => remove.mutate({ team: team.id, member: member.id })}
              >
                {member.you ? t`Leave the team` : t`Remove`}
              </ConfirmButton>
            )}
            {(team.manages || member.you) && (
              <Menu
                label={t`More about ${member.name}`}
                button={<Ellipsis size={18} aria-hidden />}
                iconOnly
                align="end"
                tone="quiet"
                items={[
                  ...(team.manages && team.condition === 'open'
                    ? [
                        member.role === 'lead'
                          ? {
                              label: t`Make an ordinary member`,
                              onSelect: () =>
                                setRole.mutate({
                                  team: team.id,
                                  member: member.id,
                                  role: 'member' as const,
                                }),
                            }
                          : {
                              label: t`Make team lead`,
                              onSelect: () =>
                                setRole.mutate({
                                  team: team.id,
                                  member: member.id,
                                  role: 'lead' as const,
                                }),
                            },
                      ]
                    : []),
                  {
                    label: member.you ? t`Leave the team…` : t`Remove from the team…`,
                    danger: true,
                    onSelect: () => setRemoving(member.id),
                  },
                ]}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
