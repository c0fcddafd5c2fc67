import { useLingui } from '@lingui/react/macro';
import { Menu } from '@rondo/design';
import { useNavigate } from '@tanstack/react-router';
import { Building2, Inbox, ListTodo, LogOut, Server, Settings, User, Users } from 'lucide-react';
import { signOut } from '../../api/accounts.ts';
import { useMe, type MyTeam } from '../useMe.ts';
import { useServerFailures } from '../useServerFailures.ts';
import styles from './AccountMenu.module.css';

/** Whoever is in more finds the others on the page of all. */
const MOST_ORGANIZATIONS = 3;

/** What belongs to the person, their organizations, and for its owner the server. */
export function AccountMenu({ team }: { team: MyTeam | undefined }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { me } = useMe();
  const failures = useServerFailures(me.ownsServer);
  const leave = async (): Promise<void> => {
    await signOut();
    const { forgetCommands } = await import('../../live/commandStore.ts');
    await forgetCommands();
    // A full load: nothing of this account stays in this page's memory.
    location.assign('/sign-in');
  };
  return (
    <Menu
      label={t`Your account`}
      tone="quiet"
      align="end"
      button={
        <span className={styles.button}>
          <span className={styles.person}>
            <User size={18} aria-hidden />
            {/* What it means stands in the menu. */}
            {failures > 0 && <span className={styles.dot} aria-hidden />}
          </span>{' '}
          <span className={styles.name}>{me.name}</span>
        </span>
      }
      items={[
        { heading: me.email },
        {
          label: t`My tasks`,
          icon: <ListTodo size={16} />,
          onSelect: () => void navigate({ to: '/tasks' }),
        },
        {
          label: t`Account settings`,
          icon: <Settings size={16} />,
          onSelect: () => void navigate({ to: '/account' }),
        },
        ...(team
          ? [
              {
                label: t`Team settings`,
                note: team.name,
                icon: <Users size={16} />,
                onSelect: () =>
                  void navigate({ to: '/teams/$team/settings', params: { team: team.id } }),
              },
            ]
          : []),
        ...(me.organizations.length <= MOST_ORGANIZATIONS
          ? me.organizations.map(({ id, name }) => ({
              label: name,
              icon: <Building2 size={16} />,
              onSelect: () =>
                void navigate({
                  to: '/organizations/$organization',
                  params: { organization: id },
                }),
            }))
          : []),
        {
          label: t`Organizations`,
          icon: <Building2 size={16} />,
          onSelect: () => void navigate({ to: '/organizations' }),
        },
        ...(me.ownsServer
          ? [
              'line' as const,
              {
                label: t`Outbox`,
                icon: <Inbox size={16} />,
                onSelect: () => void navigate({ to: '/outbox' }),
              },
              {
                label: t`Server`,
                icon: <Server size={16} />,
                note: failures > 0 && t`To be mended: ${failures}`,
                onSelect: () => void navigate({ to: '/server' }),
              },
            ]
          : []),
        'line' as const,
        { label: t`Sign out`, icon: <LogOut size={16} />, onSelect: () => void leave() },
      ]}
    />
  );
}
