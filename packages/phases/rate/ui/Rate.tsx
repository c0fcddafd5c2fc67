import { Trans, useLingui } from '@lingui/react/macro';
import { announce } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { Board, PhaseHeading, PhaseStatus, Tip, useChange, useWords } from '../../parts/index.ts';
import { Gathering } from './Gathering.tsx';
import { RateTray } from './RateTray.tsx';
import { Statements } from './Statements.tsx';
import { useRate } from './useRate.ts';
import styles from './Rate.module.css';

/** What everybody rates; how answers are spread, once enough are there to show. */
export default function Rate({ phaseId }: { phaseId: PhaseId }) {
  const { t } = useLingui();
  const words = useWords();
  const { phase, status, settings, state } = useRate(phaseId);
  useChange(state.shown, () => {
    if (state.shown > 0) announce(t`The results are shown.`);
  });
  const [only] = settings.statements;
  const single = settings.statements.length === 1 ? only?.text : undefined;
  const title = settings.question ?? single ?? phase.title;
  return (
    <>
      <Board className={styles.board}>
        <PhaseHeading
          title={title ? words(title) : t`How is it going?`}
          note={
            <Trans>
              No names, ever. A statement is shown only once {settings.fewest} people have answered
              it.
            </Trans>
          }
        />
        <PhaseStatus phase={phaseId} />
        <Gathering phase={phaseId} />
        <Statements phase={phaseId} />
        <Tip phase={phaseId}>
          <Trans>
            Look first at where you differ most, and ask what people see differently. Never ask who
            gave which answer.
          </Trans>
        </Tip>
      </Board>
      {status === 'open' && <RateTray phase={phaseId} />}
    </>
  );
}
