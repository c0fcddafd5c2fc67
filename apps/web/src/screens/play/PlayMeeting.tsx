import { Trans, useLingui } from '@lingui/react/macro';
import { openPlayground, type Playground, type PlaygroundPlan } from '@rondo/demo';
import { Spinner } from '@rondo/design';
import { MeetingProvider, newId, useLive } from '@rondo/live/react';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { Outside } from '../../shell/Outside.tsx';
import { takePart } from '../../shell/release/atStake.ts';
import { MeetingRoom } from '../meeting/MeetingRoom.tsx';
import { PlayOutcome } from './PlayOutcome.tsx';
import styles from './Play.module.css';

interface Props {
  /** Opened once; give another plan another key. */
  plan: PlaygroundPlan;
  /** The way out while it is played. */
  leave: ReactNode;
  /** What one can go on to from the outcome. */
  onward: ReactNode;
}

/** A meeting in this tab alone, with simulated teammates. */
export function PlayMeeting({ plan, leave, onward }: Props) {
  const { t } = useLingui();
  const [playground, setPlayground] = useState<Playground | null>(null);
  const [defect, setDefect] = useState<Error | null>(null);
  useEffect(() => {
    let isGone = false;
    let opened: Playground | null = null;
    let over = (): void => undefined;
    openPlayground(plan, device).then(
      (ready) => {
        if (isGone) return ready.close();
        opened = ready;
        // It is in this tab alone: nothing may load the page anew while it is played.
        over = takePart(() => ({ hasUnsent: true, leadsTimer: false }));
        setPlayground(ready);
      },
      (error: unknown) => setDefect(error instanceof Error ? error : new Error(String(error))),
    );
    return () => {
      isGone = true;
      over();
      opened?.close();
    };
  }, [plan]);
  if (defect) throw defect;
  if (!playground) {
    return (
      <Outside title={plan.name}>
        <Spinner label={t`Opening the meeting`} />
      </Outside>
    );
  }
  return (
    <MeetingProvider client={playground.client}>
      <Inside playground={playground} leave={leave} onward={onward} />
    </MeetingProvider>
  );
}

function Inside({ playground, leave, onward }: Omit<Props, 'plan'> & { playground: Playground }) {
  const { t } = useLingui();
  const hasView = useLive((state) => state.view !== null);
  const [ended, setEnded] = useState(false);
  const onEnded = useCallback(() => setEnded(true), []);
  if (!hasView) {
    return (
      <Outside title={t`Meeting`}>
        <Spinner label={t`Opening the meeting`} />
      </Outside>
    );
  }
  const outcome = ended ? playground.outcome() : null;
  return (
    <MeetingRoom
      door={null}
      notice={
        <p role="status" className={styles.notice}>
          <Trans>Your teammates here are simulated; nothing is sent or kept.</Trans> {leave}
        </p>
      }
      onEnded={onEnded}
      ended={outcome && <PlayOutcome outcome={outcome} onward={onward} />}
    />
  );
}

const device = {
  now: () => performance.timeOrigin + performance.now(),
  after: (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: Math.random,
  id: newId,
  report: reportError,
};
