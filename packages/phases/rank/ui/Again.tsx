import { Trans } from '@lingui/react/macro';
import { Button } from '@rondo/design';
import { useSend, useWaiting } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { RotateCcw } from 'lucide-react';
import { useExplain } from '../../parts/index.ts';
import { rankAgain } from '../domain/index.ts';
import styles from './Rank.module.css';

/** After some talking everybody may go on from what is in their hand. */
export function Again({ phase }: { phase: PhaseId }) {
  const send = useSend();
  const explain = useExplain();
  const isWaiting = useWaiting(phase, rankAgain);

  async function again(): Promise<void> {
    const answer = await send(phase, rankAgain, {});
    if (answer !== 'done') explain(answer);
  }

  return (
    <div className={styles.again}>
      <Button
        icon={<RotateCcw size={18} aria-hidden />}
        busy={isWaiting}
        onClick={() => void again()}
      >
        <Trans>Rank again</Trans>
      </Button>
      <span className={styles.hint}>
        <Trans>Everybody goes on from what they had.</Trans>
      </span>
    </div>
  );
}
