import { Trans } from '@lingui/react/macro';
import type { Me } from '@rondo/contract';
import { Banner, Button } from '@rondo/design';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { teamsOf, useMe, type MyTeam } from '../useMe.ts';
import { useTeamNews } from './useTeamNews.ts';
import styles from './TeamNews.module.css';

/** Says what has changed about the team on the screen, where somebody is writing and the screen waits for them. */
export function TeamNews() {
  const { waiting, show } = useTeamNews();
  const { teams } = useMe();
  const { team } = useParams({ strict: false });
  const before = teams.find(({ id }) => id === team);
  if (!waiting || !before) return null;
  const words = change(before, find(waiting, before.id));
  if (!words) return null;
  return (
    <div className={styles.news}>
      <Banner
        tone="warn"
        action={
          <Button size="s" onClick={show}>
            <Trans>Show it as it is now</Trans>
          </Button>
        }
      >
        {words} <Trans>What you are writing is still here: copy it if you need it elsewhere.</Trans>
      </Banner>
    </div>
  );
}

const find = (me: Me, team: string): MyTeam | undefined =>
  teamsOf(me).find(({ id }) => id === team);

function change(before: MyTeam, now: MyTeam | undefined): ReactNode {
  if (!now) return <Trans>You are no longer in this team.</Trans>;
  if (now.condition !== before.condition) {
    if (now.condition === 'open') return <Trans>The team can be worked with again.</Trans>;
    return <Trans>Nothing can be changed in this team any more: it can only be read.</Trans>;
  }
  if (now.role === before.role) return null;
  if (now.role === 'lead') return <Trans>You lead this team now.</Trans>;
  return <Trans>You do not lead this team any more.</Trans>;
}
