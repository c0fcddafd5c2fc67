import { Trans, useLingui } from '@lingui/react/macro';
import { announce } from '@rondo/design';
import { useSteers } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { Board, PhaseHeading, PhaseStatus, Tip, useChange, useWords } from '../../parts/index.ts';
import { Again } from './Again.tsx';
import { Items } from './Items.tsx';
import { OrderTray } from './OrderTray.tsx';
import { PlaneResult } from './PlaneResult.tsx';
import { PlaneTray } from './PlaneTray.tsx';
import { Ranking } from './Ranking.tsx';
import { useRank } from './useRank.ts';
import { Waiting } from './Waiting.tsx';
import styles from './Rank.module.css';

/** Each ranks alone in the hand; then all hands are put together. */
export default function Rank({ phaseId }: { phaseId: PhaseId }) {
  const { t } = useLingui();
  const words = useWords();
  const steers = useSteers();
  const { status, settings, state } = useRank(phaseId);
  const { result, items } = state;
  useChange(result !== null, () =>
    announce(result ? t`Here is what comes out.` : t`Everybody ranks again.`),
  );
  return (
    <>
      <Board className={styles.board}>
        <PhaseHeading
          title={words(settings.question)}
          note={
            result ? (
              settings.axes ? (
                <Trans>
                  In the middle of what everybody thinks. From three answers on, nobody can tell who
                  placed what.
                </Trans>
              ) : (
                <Trans>
                  All orders as one. From three answers on, nobody can tell who ranked what.
                </Trans>
              )
            ) : settings.axes ? (
              <Trans>Each places the items alone; the middle of all places is shown.</Trans>
            ) : (
              <Trans>Each brings the items into an order alone; together they make one.</Trans>
            )
          }
        />
        <PhaseStatus phase={phaseId} />
        {result === null ? (
          <>
            {items.length > 0 && status !== 'skipped' && <Waiting phase={phaseId} />}
            <Items phase={phaseId} />
          </>
        ) : settings.axes ? (
          <PlaneResult phase={phaseId} axes={settings.axes} />
        ) : (
          <Ranking phase={phaseId} />
        )}
        {result !== null && steers && status === 'open' && <Again phase={phaseId} />}
        <Tip phase={phaseId}>
          {settings.axes ? (
            <Trans>Agree on what the two axes mean with one example before anybody begins.</Trans>
          ) : (
            <Trans>Make sure that everybody knows what each item means before you rank.</Trans>
          )}
        </Tip>
      </Board>
      {status === 'open' &&
        result === null &&
        items.length > 0 &&
        (settings.axes ? (
          <PlaneTray phase={phaseId} axes={settings.axes} />
        ) : (
          <OrderTray phase={phaseId} />
        ))}
    </>
  );
}
