import { Trans, useLingui } from '@lingui/react/macro';
import { Logo, Menu, Toaster } from '@rondo/design';
import { Link, Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { Inbox, LogOut, Server, Settings, User, Users } from 'lucide-react';
import { Suspense } from 'react';
import { signOut } from '../api/accounts.ts';
import { lastTeam } from './lastTeam.ts';
import { useNews } from './news/useNews.ts';
import { useMe } from './useMe.ts';
import { useServerFailures } from './useServerFailures.ts';
import styles from './Home.module.css';

/** The frame for people with an account; its route has made sure that there is one. */
export default function Home() {
  const { t } = useLingui();
  useNews();
  return (
    <div className={styles.page}>
      <a className={styles.skip} href="#content">
        <Trans>Skip to content</Trans>
      </a>
      <Top />
      <main id="content" className={styles.main}>
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
      <Toaster label={t`Messages`} dismissLabel={t`Dismiss`} />
    </div>
  );
}

function Top() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { me, teams } = useMe();
  const failures = useServerFailures(me.ownsServer);
  const params = useParams({ strict: false });
  const team = teams.find((each) => each.id === (params.team ?? lastTeam())) ?? teams[0];
  const leave = async (): Promise<void> => {
    await signOut();
    const { forgetCommands } = await import('../live/commandStore.ts');
    await forgetCommands();
    // A full load: nothing of this account stays in this page's memory.
    location.assign('/sign-in');
  };
  return (
    <header className={styles.top}>
      <Link to="/" className={styles.home} aria-label="Rondo">
        <Logo />
      </Link>
      {team && (
        <nav className={styles.nav} aria-label={t`Team`}>
          {teams.length > 1 ? (
            <Menu
              label={t`Change team`}
              tone="quiet"
              button={<span className={styles.team}>{team.name}</span>}
              items={teams.map((each) => ({
                label: each.name,
                note: each.organization.name,
                checked: each.id === team.id,
                onSelect: () => void navigate({ to: '/teams/$team', params: { team: each.id } }),
              }))}
            />
          ) : null}
          <Link
            to="/teams/$team"
            params={{ team: team.id }}
            activeOptions={{ exact: true }}
            className={styles.link}
          >
            {teams.length > 1 ? <Trans>Meetings</Trans> : team.name}
          </Link>
          <Link to="/teams/$team/library" params={{ team: team.id }} className={styles.link}>
            <Trans>Library</Trans>
          </Link>
        </nav>
      )}
      <span className={styles.space} />
      <Menu
        label={t`Your account`}
        tone="quiet"
        align="end"
        button={
          <span className={styles.team}>
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
            label: t`Account settings`,
            icon: <Settings size={16} />,
            onSelect: () => void navigate({ to: '/account' }),
          },
          ...(team
            ? [
                {
                  label: t`Team settings`,
                  icon: <Users size={16} />,
                  onSelect: () =>
                    void navigate({ to: '/teams/$team/settings', params: { team: team.id } }),
                },
              ]
            : []),
          ...(me.ownsServer
            ? [
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
    </header>
  );
}
