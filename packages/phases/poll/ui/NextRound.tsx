import { Trans, useLingui } from '@lingui/react/macro';
import { Button, ConfirmButton } from '@rondo/design';
import { useSend, useWaiting } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { RotateCcw } from 'lucide-react';
import { useExplain } from '../../parts/index.ts';
import { askAgain, isUntold, setAnonymous } from '../domain/index.ts';
import { usePoll } from './usePoll.ts';
import styles from './Poll.module.css';

/** Asking once more; where too few have answered, waiting for more answers or going on with names. */
export function NextRound({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const send = useSend();
  const explain = useExplain();
  const { settings, state } = usePoll(phase);
  const isWaiting = useWaiting(phase, askAgain);
  if (state.result === null) return null;

  async function ask(fresh: boolean, withNames = false): Promise<void> {
    const answer = await send(phase, askAgain, { fresh });
    if (answer !== 'done') return explain(answer);
    if (withNames) await send(phase, setAnonymous, { anonymous: false });
  }

  if (isUntold(state.result)) {
    return (
      <div className={styles.again}>
        <Button busy={isWaiting} onClick={() => void ask(false)}>
          <Trans>Wait for more answers</Trans>
        </Button>
        {settings.anonymous && (
          <Button busy={isWaiting} onClick={() => void ask(true, true)}>
            <Trans>Ask again with names</Trans>
          </Button>
        )}
      </div>
    );
  }
  return (
    <div className={styles.again}>
      <ConfirmButton
        tone="plain"
        icon={<RotateCcw size={18} aria-hidden />}
        question={t`Ask everybody again?`}
        busy={isWaiting}
        onConfirm={() => void ask(true)}
      >
        <Trans>Ask again</Trans>
      </ConfirmButton>
      <span className={styles.hint}>
        <Trans>This round stays in the outcome.</Trans>
      </span>
    </div>
  );
}
