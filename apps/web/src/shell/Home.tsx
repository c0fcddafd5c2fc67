import { Trans, useLingui } from '@lingui/react/macro';
import { Logo, Mark, Toaster } from '@rondo/design';
import { Link, Outlet, useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { InTeam } from './InTeam.tsx';
import { lastTeam } from './lastTeam.ts';
import { AccountMenu } from './nav/AccountMenu.tsx';
import { Places } from './nav/Places.tsx';
import { SearchLink } from './nav/SearchLink.tsx';
import { TeamMenu } from './nav/TeamMenu.tsx';
import { Bell } from './news/Bell.tsx';
import { TeamNews } from './news/TeamNews.tsx';
import { useOwnZone } from './news/useOwnZone.ts';
import { Offline } from './Offline.tsx';
import { useMe } from './useMe.ts';
import styles from './Home.module.css';

/** The frame for people with an account; its route has made sure that there is one. */
export default function Home() {
  const { t } = useLingui();
  return (
    <div className={styles.page}>
      <a className={styles.skip} href="#content">
        <Trans>Skip to content</Trans>
      </a>
      <Top />
      <main id="content" className={styles.main}>
        <Offline />
        <TeamNews />
        <Suspense>
          <InTeam>
            <Outlet />
          </InTeam>
        </Suspense>
      </main>
      <Toaster label={t`Messages`} dismissLabel={t`Dismiss`} />
    </div>
  );
}

function Top() {
  const { me, teams } = useMe();
  useOwnZone(me.id);
  const params = useParams({ strict: false });
  const team = teams.find((each) => each.id === (params.team ?? lastTeam())) ?? teams[0];
  return (
    <header className={styles.top}>
      <Link to="/" className={styles.home} aria-label="Rondo">
        <span className={styles.logo}>
          <Logo />
        </span>
        <span className={styles.mark}>
          <Mark />
        </span>
      </Link>
      {team && <TeamMenu team={team} teams={teams} />}
      <Places team={team?.id} />
      <span className={styles.space} />
      <SearchLink />
      <Bell />
      <AccountMenu team={team} />
    </header>
  );
}
