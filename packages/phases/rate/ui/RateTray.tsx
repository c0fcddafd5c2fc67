import { Trans, useLingui } from '@lingui/react/macro';
import { announce, Button, Hand, LinkButton } from '@rondo/design';
import { useSend } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useRef, useState } from 'react';
import { useChange, useExplain } from '../../parts/index.ts';
import { handIn, takeBack } from '../domain/index.ts';
import { Answer } from './Answer.tsx';
import { useRate, useRateHand } from './useRate.ts';
import styles from './RateTray.module.css';

/** My answers, in the hand: one statement at a time, and at the end all handed in at once. */
export function RateTray({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const send = useSend();
  const explain = useExplain();
  const { settings, state } = useRate(phase);
  const { answers, handedIn, shown, counted } = useRateHand(phase);
  const [at, setAt] = useState(0);
  const statement = useRef<HTMLDivElement>(null);
  useChange(at, () => statement.current?.focus());
  const total = settings.statements.length;
  const current = settings.statements[at];
  const answered = settings.statements.filter(({ id }) => answers[id] !== undefined).length;
  const isOver = settings.statements.every(
    ({ id }) => counted[id] === true || state.results[id]?.isFinal === true,
  );
  if (!current || isOver) return null;

  async function give(): Promise<void> {
    const answer = await send(phase, handIn, {});
    if (answer === 'done') announce(t`Handed in.`);
    else explain(answer);
  }

  async function take(): Promise<void> {
    const answer = await send(phase, takeBack, {});
    if (answer !== 'done') explain(answer);
  }

  const isLast = at === total - 1;
  return (
    <Hand
      title={t`Your hand`}
      note={t`Only you see this`}
      count={handedIn ? t`handed in` : t`${answered} of ${total} answered`}
      openLabel={t`Open your hand`}
      closeLabel={t`Close your hand`}
      defaultOpen
    >
      <div className={styles.tray}>
        <div ref={statement} tabIndex={-1} className={styles.statement}>
          {total > 1 && (
            <p className={styles.position}>
              <Trans>
                Statement {at + 1} of {total}
              </Trans>
            </p>
          )}
          <Answer key={current.id} phase={phase} statement={current} />
        </div>
        <div className={styles.foot}>
          {total > 1 && (
            <>
              <Button
                tone="quiet"
                icon={<ArrowLeft size={18} aria-hidden />}
                disabled={at === 0}
                onClick={() => setAt(at - 1)}
              >
                <Trans>Back</Trans>
              </Button>
              {!isLast && (
                <Button
                  iconEnd={<ArrowRight size={18} aria-hidden />}
                  onClick={() => setAt(at + 1)}
                >
                  {answers[current.id] === undefined ? <Trans>Skip</Trans> : <Trans>Next</Trans>}
                </Button>
              )}
            </>
          )}
          <span className={styles.space} />
          {handedIn ? (
            <p className={styles.done} role="status">
              <Trans>Handed in. You can change answers until they are shown.</Trans>{' '}
              {!shown && (
                <LinkButton onClick={() => void take()}>
                  <Trans>Take all back</Trans>
                </LinkButton>
              )}
            </p>
          ) : (
            (isLast || answered === total) && (
              <Button tone="primary" disabled={answered === 0} onClick={() => void give()}>
                {answered === total || total === 1 ? (
                  <Trans>Hand in</Trans>
                ) : (
                  <Trans>
                    Hand in {answered} of {total}
                  </Trans>
                )}
              </Button>
            )
          )}
        </div>
      </div>
    </Hand>
  );
}
