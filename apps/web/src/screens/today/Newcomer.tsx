import { Trans, useLingui } from '@lingui/react/macro';
import { Button, buttonClass, EmptyState } from '@rondo/design';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MyTeam } from '../../shell/useMe.ts';
import { InvitePeople } from '../team-settings/InvitePeople.tsx';
import styles from './Today.module.css';

/** For somebody to whom nothing has happened yet: the first steps. */
export function Newcomer({ team }: { team: MyTeam | undefined }) {
  const { t } = useLingui();
  const [inviting, setInviting] = useState(false);
  if (!team)
    return (
      <EmptyState
        title={t`You are in no team yet`}
        drawing="rings"
        action={
          <Link to="/organizations" className={buttonClass({ tone: 'primary' })}>
            <Trans>Join a team or make one</Trans>
          </Link>
        }
      >
        <Trans>What runs, what you promised and what comes up in your teams will be here.</Trans>
      </EmptyState>
    );
  return (
    <EmptyState
      title={t`All quiet`}
      drawing="cards"
      action={
        <span className={styles.actions}>
          <Link
            to="/teams/$team/library"
            params={{ team: team.id }}
            className={buttonClass({ tone: 'primary' })}
          >
            <Trans>Start a meeting</Trans>
          </Link>
          <Button onClick={() => setInviting(true)}>
            <Trans>Invite people</Trans>
          </Button>
          <InvitePeople team={team} open={inviting} onClose={() => setInviting(false)} />
        </span>
      }
    >
      <Trans>
        Nothing runs and nothing waits for you. Start with a meeting from the library; what runs,
        what you promised and what comes up will be here.
      </Trans>
    </EmptyState>
  );
}
