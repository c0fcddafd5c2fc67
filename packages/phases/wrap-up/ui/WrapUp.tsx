import { Trans, useLingui } from '@lingui/react/macro';
import { announce } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { Board, PhaseHeading, PhaseStatus, Tip, useChange, useWords } from '../../parts/index.ts';
import { Ratings } from './Ratings.tsx';
import { RatingTray } from './RatingTray.tsx';
import { Remains } from './Remains.tsx';
import { useWrapUp } from './useWrapUp.ts';
import styles from './WrapUp.module.css';

/** Was it worth the time? And what remains of it. */
export default function WrapUp({ phaseId }: { phaseId: PhaseId }) {
  const { t } = useLingui();
  const words = useWords();
  const { status, settings, state } = useWrapUp(phaseId);
  useChange(state.revealed, () => {
    if (state.revealed) announce(t`The ratings lie open.`);
  });
  return (
    <>
      <Board className={styles.board}>
        <PhaseHeading
          title={words(settings.question)}
          note={
            state.revealed ? null : (
              <Trans>Rate it in your hand. Only numbers are shown, never who gave which.</Trans>
            )
          }
        />
        <PhaseStatus phase={phaseId} />
        <Ratings phase={phaseId} />
        <Remains phase={phaseId} />
        <Tip phase={phaseId}>
          <Trans>
            Read the tasks aloud. A task that nobody wants to take is better dropped now.
          </Trans>
        </Tip>
      </Board>
      {status === 'open' && !state.revealed && <RatingTray phase={phaseId} />}
    </>
  );
}
