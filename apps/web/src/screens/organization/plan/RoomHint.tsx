import { Trans } from '@lingui/react/macro';
import { Banner, Button } from '@rondo/design';
import { useState } from 'react';
import { NoRoom } from './NoRoom.tsx';
import { roomIn, usePlan } from './usePlan.ts';
import { usePlanWords } from './usePlanWords.ts';
import styles from './Plan.module.css';

/** Says before anybody types that there is no room for another team, and what to do; nothing while there is. */
export function RoomHint({ organization }: { organization: string }) {
  const words = usePlanWords();
  const [isAsking, setAsking] = useState(false);
  const { data } = usePlan(organization);
  if (!data || roomIn(data) !== 0) return null;
  const name = words.name(data.plan);
  const most = data.limits.activeTeams;
  const used = data.used.activeTeams;
  return (
    <div className={styles.hint}>
      <Banner
        tone="info"
        action={
          <Button size="s" onClick={() => setAsking(true)}>
            <Trans>What you can do</Trans>
          </Button>
        }
      >
        <Trans>
          The plan {name} allows {most} active teams, and there are {used}. Another one needs room
          first.
        </Trans>
      </Banner>
      <NoRoom organization={organization} open={isAsking} onClose={() => setAsking(false)} />
    </div>
  );
}
