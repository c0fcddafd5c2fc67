import { Trans, useLingui } from '@lingui/react/macro';
import { announce } from '@rondo/design';
import { useView } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { Board, PhaseHeading, PhaseStatus, Tip, useChange, useWords } from '../../parts/index.ts';
import { AppreciateTray } from './AppreciateTray.tsx';
import { Opened } from './Opened.tsx';
import { useAppreciate } from './useAppreciate.ts';
import { Wrapped } from './Wrapped.tsx';
import styles from './Appreciate.module.css';

/** Thanks for people: wrapped in hands at first, then unwrapped one by one for all to see. */
export default function Appreciate({ phaseId }: { phaseId: PhaseId }) {
  const words = useWords();
  const { t } = useLingui();
  const { phase, status, settings } = useAppreciate(phaseId);
  const isRunning = useView((view) => view.board.status === 'running');
  useNews(phaseId);
  const title = settings.question ?? phase.title;
  return (
    <>
      <Board className={styles.board}>
        <PhaseHeading
          title={title ? words(title) : t`Whom would you like to thank?`}
          note={settings.hint ? words(settings.hint) : <Note phase={phaseId} />}
        />
        <PhaseStatus
          phase={phaseId}
          done={<Trans>All is unwrapped. You can still add a thank-you.</Trans>}
        />
        <Wrapped phase={phaseId} />
        <Opened phase={phaseId} />
        <Tip phase={phaseId}>
          {settings.secret ? (
            <Trans>
              Unwrap them one by one and read each aloud. Leave a moment of quiet after each; nobody
              has to answer.
            </Trans>
          ) : (
            <Trans>Begin with a thank-you of your own: the first one is the hardest.</Trans>
          )}
        </Tip>
      </Board>
      {isRunning && (status === 'open' || status === 'done') && <AppreciateTray phase={phaseId} />}
    </>
  );
}

function Note({ phase }: { phase: PhaseId }) {
  const { settings } = useAppreciate(phase);
  if (!settings.secret) return <Trans>Everybody sees a thank-you as soon as you give it.</Trans>;
  if (settings.mayChoose)
    return (
      <Trans>Wrapped until the facilitator unwraps it; you choose whether with your name.</Trans>
    );
  return settings.anonymous ? (
    <Trans>Wrapped until the facilitator unwraps it. No names of those who give.</Trans>
  ) : (
    <Trans>Wrapped until the facilitator unwraps it, then with your name.</Trans>
  );
}

/** Tells screen readers what is unwrapped. */
function useNews(phase: PhaseId): void {
  const { t } = useLingui();
  const { state } = useAppreciate(phase);
  const latest = state.latest === null ? undefined : state.kudos[state.latest];
  useChange(state.latest, () => {
    if (latest) announce(t`Unwrapped: ${latest.text}`);
  });
}
