import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { announce, hueStyle } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { Board, PhaseHeading, PhaseStatus, Tip, useChange, useWords } from '../../parts/index.ts';
import { Answers } from './Answers.tsx';
import { AnswerTray } from './AnswerTray.tsx';
import { useRespond } from './useRespond.ts';
import { Who } from './Who.tsx';
import styles from './Respond.module.css';

/** Everybody answers the same few questions when it suits them. */
export default function Respond({ phaseId }: { phaseId: PhaseId }) {
  const { t } = useLingui();
  const words = useWords();
  const { phase, status, settings, state } = useRespond(phaseId);
  const [only] = settings.prompts;
  useChange(state.answered, (before) => {
    if (state.answered > before)
      announce(
        t`${plural(state.answered, { one: '# person has answered', other: '# people have answered' })}`,
      );
  });
  useChange(status, () => {
    if (status === 'done') announce(t`The answers lie open for everybody.`);
  });
  const title = settings.question ?? phase.title ?? null;
  return (
    <>
      <Board className={styles.board} style={hueStyle('respond')}>
        <PhaseHeading
          title={
            title !== null
              ? words(title)
              : settings.prompts.length === 1 && only
                ? words(only.title)
                : t`What is going on?`
          }
          note={<Note phase={phaseId} />}
        />
        <PhaseStatus
          phase={phaseId}
          done={
            settings.anonymous ? (
              <Trans>The answers lie open.</Trans>
            ) : (
              <Trans>The answers lie open. Whoever is late can still add theirs.</Trans>
            )
          }
        />
        <Who phase={phaseId} />
        <Answers phase={phaseId} />
        <Tip phase={phaseId}>
          <Trans>
            Read before you meet, and talk only about what needs more than one head. A reaction
            shows that you have read.
          </Trans>
        </Tip>
      </Board>
      <AnswerTray phase={phaseId} />
    </>
  );
}

/** How this phase works. */
function Note({ phase }: { phase: PhaseId }) {
  const { settings, state } = useRespond(phase);
  return (
    <>
      {state.revealed ? (
        <Trans>Answers can be read as soon as they are given.</Trans>
      ) : settings.visible === 'after-own' ? (
        <Trans>You read the answers of others once you have given yours.</Trans>
      ) : (
        <Trans>All answers open together.</Trans>
      )}{' '}
      {settings.anonymous && <Trans>No names.</Trans>}
    </>
  );
}
