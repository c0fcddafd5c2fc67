import { Trans } from '@lingui/react/macro';
import { Banner } from '@rondo/design';
import type { Outcome } from '@rondo/meeting';
import type { ReactNode } from 'react';
import { Outside } from '../../shell/Outside.tsx';
import { OutcomeBody } from '../outcome/OutcomeBody.tsx';
import styles from './Play.module.css';

/** What would remain, had it been a real meeting. */
export function PlayOutcome({ outcome, onward }: { outcome: Outcome; onward: ReactNode }) {
  return (
    <Outside title={outcome.name} wide>
      <Banner tone="info">
        <Trans>
          This is what remains of a meeting: the team gets it by mail and finds it on its page. Here
          it was played in your browser alone, and is gone when you leave.
        </Trans>
      </Banner>
      <div className={styles.outcome}>
        <OutcomeBody outcome={outcome} />
      </div>
      <div className={styles.onward}>{onward}</div>
    </Outside>
  );
}
