import { Plural, Trans } from '@lingui/react/macro';
import { Button, CardPile } from '@rondo/design';
import { useSend, useSteers, useWaiting } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { Eye } from 'lucide-react';
import { FEWEST_ANSWERS, revealRatings } from '../domain/index.ts';
import { Distribution } from './Distribution.tsx';
import { useWrapUp } from './useWrapUp.ts';
import styles from './Ratings.module.css';

/** How many have rated; once revealed, how often each point was given. */
export function Ratings({ phase }: { phase: PhaseId }) {
  const send = useSend();
  const steers = useSteers();
  const { status, state } = useWrapUp(phase);
  const isRevealing = useWaiting(phase, revealRatings);
  const { answers, revealed, counts } = state;
  if (counts !== null) return <Distribution phase={phase} counts={counts} />;
  if (revealed) {
    return (
      <p className={styles.few}>
        {answers === 0 ? (
          <Trans>Nobody has rated.</Trans>
        ) : (
          <>
            <Plural value={answers} one="# person has rated." other="# people have rated." />{' '}
            <Trans>
              With fewer than {FEWEST_ANSWERS} ratings the numbers would say who gave which, so they
              stay in people’s hands.
            </Trans>
          </>
        )}
      </p>
    );
  }
  if (status !== 'open' && answers === 0) return null;
  return (
    <div className={styles.lying}>
      <CardPile
        hue="wrap-up"
        count={answers}
        label={
          answers === 0 ? (
            <Trans>No ratings yet</Trans>
          ) : (
            <Plural value={answers} one="# rating face down" other="# ratings face down" />
          )
        }
      />
      {steers && status === 'open' && (
        <div className={styles.reveal}>
          <Button
            icon={<Eye size={18} aria-hidden />}
            busy={isRevealing}
            disabled={answers === 0}
            onClick={() => void send(phase, revealRatings, {})}
          >
            <Trans>Show the ratings</Trans>
          </Button>
          {answers < FEWEST_ANSWERS && (
            <p className={styles.hint}>
              <Trans>Numbers are shown from {FEWEST_ANSWERS} ratings on.</Trans>
            </p>
          )}
        </div>
      )}
    </div>
  );
}
