import { Plural, useLingui } from '@lingui/react/macro';
import type { Organization, OrganizationPerson, OrganizationRole } from '@rondo/contract';
import { Avatar, Badge, Banner, ConfirmButton, Menu, toast } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { useRoleWords } from './useRoleWords.ts';
import styles from './Organization.module.css';

interface Props {
  person: OrganizationPerson;
  organization: Organization;
}

/** Somebody in the organization, with what whoever looks may do about them. */
export function PersonRow({ person, organization }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const roleWords = useRoleWords();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState<'remove' | 'transfer' | null>(null);
  const refresh = (): Promise<void> => queryClient.invalidateQueries();
  const about = { organization: organization.id, person: person.id };
  const setRole = useMutation(api.organizations.setRole.mutationOptions({ onSuccess: refresh }));
  const transfer = useMutation(
    api.organizations.transfer.mutationOptions({
      onSuccess: async () => {
        setAsking(null);
        toast({ text: t`${person.name} owns the organization now.`, tone: 'ok' });
        await refresh();
      },
    }),
  );
  const remove = useMutation(
    api.organizations.removePerson.mutationOptions({
      onSuccess: async () => {
        if (person.you) await navigate({ to: '/organizations' });
        await refresh();
      },
    }),
  );
  const { name, you, role, email, teams } = person;
  const owns = organization.role === 'owner';
  const manages = owns || (organization.role === 'admin' && role !== 'owner');
  const roles: readonly OrganizationRole[] = owns
    ? ['owner', 'admin', 'billing', 'member']
    : ['admin', 'billing', 'member'];
  const error = setRole.error ?? transfer.error ?? remove.error;
  return (
    <li className={styles.row}>
      <Avatar name={name} seed={person.id} />
      <span className={styles.grow}>
        <span className={styles.name}>{you ? t`${name} (you)` : name}</span>
        <span className={styles.note}>
          {email !== null && <>{email} · </>}
          <Plural value={teams} _0="in no team" one="in # team" other="in # teams" />
        </span>
      </span>
      {role !== 'member' && <Badge>{roleWords(role)}</Badge>}
      {asking === 'remove' && (
        <ConfirmButton
          size="s"
          busy={remove.isPending}
          question={you ? t`Really leave, and all teams in it?` : t`Really, from all its teams?`}
          onConfirm={() => remove.mutate(about)}
        >
          {you ? t`Leave the organization` : t`Remove`}
        </ConfirmButton>
      )}
      {asking === 'transfer' && (
        <ConfirmButton
          size="s"
          busy={transfer.isPending}
          question={t`Really hand it over? You become admin.`}
          onConfirm={() => transfer.mutate(about)}
        >
          {t`Hand over`}
        </ConfirmButton>
      )}
      {(manages || you) && (
        <Menu
          label={t`More about ${name}`}
          button={<Ellipsis size={18} aria-hidden />}
          iconOnly
          align="end"
          tone="quiet"
          items={[
            ...(manages
              ? [
                  { heading: t`Role` },
                  ...roles.map((each) => ({
                    label: roleWords(each),
                    checked: each === role,
                    onSelect: () => setRole.mutate({ ...about, role: each }),
                  })),
                  'line' as const,
                ]
              : []),
            ...(owns && !you
              ? [{ label: t`Hand the organization over…`, onSelect: () => setAsking('transfer') }]
              : []),
            {
              label: you ? t`Leave the organization…` : t`Remove from the organization…`,
              danger: true,
              onSelect: () => setAsking('remove'),
            },
          ]}
        />
      )}
      {error !== null && <Banner tone="danger">{errorWords(error)}</Banner>}
    </li>
  );
}
