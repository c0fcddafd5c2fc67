import { Trans, useLingui } from '@lingui/react/macro';
import { announce, hueStyle, usePhone } from '@rondo/design';
import { useMe, useSteers, useView } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { useEffect } from 'react';
import {
  Board,
  PhaseHeading,
  PhaseStatus,
  Tip,
  useChange,
  useFollowing,
  useWords,
} from '../../parts/index.ts';
import { ballotOf, placesOf } from '../domain/index.ts';
import { AddStories } from './AddStories.tsx';
import { DeckTray } from './DeckTray.tsx';
import { NoStories } from './NoStories.tsx';
import { Pace } from './Pace.tsx';
import { StoryList } from './StoryList.tsx';
import { StoryPanel } from './StoryPanel.tsx';
import { StorySelect } from './StorySelect.tsx';
import { useAutoReveal } from './useAutoReveal.ts';
import { isWalking, keyOf, placeOf, useEstimate } from './useEstimate.ts';
import { useNews } from './useNews.ts';
import styles from './Estimate.module.css';

/** Stories are estimated: cards in the hand, all turned over at once, then a score. */
export default function Estimate({ phaseId }: { phaseId: PhaseId }) {
  const { settings, state } = useEstimate(phaseId);
  useAutoReveal(phaseId);
  const isLed = isWalking(settings, state);
  // When the cards are turned over, everybody is led to the same place.
  return <Table key={String(isLed)} phase={phaseId} isLed={isLed} />;
}

function Table({ phase: id, isLed }: { phase: PhaseId; isLed: boolean }) {
  const { t } = useLingui();
  const words = useWords();
  const me = useMe();
  const isPhone = usePhone();
  const { phase, status, settings, state } = useEstimate(id);
  const steers = useSteers() && (status === 'open' || status === 'done');
  const isRunning = useView((view) => view.board.status === 'running');
  const lead = isLed ? keyOf(state.at) : null;
  const [chosen, look] = useFollowing(lead);
  const places = placesOf(settings, state);
  const isThere = places.some((each) => keyOf(each) === chosen);
  const mine = places.find((each) => {
    const story = state.stories[each.story];
    return story !== undefined && ballotOf(story, each.dimension).picked[me] !== true;
  });
  const first = keyOf(mine ?? places[0] ?? null);
  const isLost = chosen === null || !isThere;
  const start = lead ?? first;
  useEffect(() => {
    // Where nobody leads, one begins with what one has not picked yet, and stays until one goes on.
    if (isLost && start !== null) look(start);
  }, [isLost, start, look]);
  const viewing = placeOf(isLost ? start : chosen);
  const canWrite = isRunning && phase.begun && status !== 'skipped';
  useNews(id, viewing);
  useChange(lead, () => {
    const at = placeOf(lead);
    const story = at && state.stories[at.story];
    if (story) announce(t`Now: ${story.title}`);
    else if (isLed) announce(t`All stories are estimated.`);
  });
  return (
    <>
      <Board className={styles.board} style={hueStyle('estimate')}>
        <PhaseHeading
          title={phase.title ? words(phase.title) : t`How much is it?`}
          note={
            isLed ? (
              <Trans>Pick a card. Nobody sees which one until all cards are turned over.</Trans>
            ) : (
              <Trans>Go through the stories when it suits you. All cards are shown together.</Trans>
            )
          }
          aside={<Pace phase={id} steers={steers} isLed={isLed} />}
        />
        <PhaseStatus
          phase={id}
          done={<Trans>The cards lie open. Scores can still be set.</Trans>}
        />
        {viewing === null ? (
          <NoStories phase={id} canWrite={canWrite} />
        ) : (
          <div className={styles.split}>
            <div className={styles.side}>
              {isPhone ? (
                <StorySelect phase={id} viewing={viewing} isLed={isLed} look={look} />
              ) : (
                <StoryList phase={id} viewing={viewing} isLed={isLed} look={look} steers={steers} />
              )}
              {canWrite && !isPhone && <AddStories phase={id} />}
            </div>
            <div className={styles.panel}>
              <StoryPanel
                phase={id}
                place={viewing}
                isLed={isLed}
                steers={steers}
                readOnly={!canWrite}
                look={look}
              />
              {canWrite && isPhone && <AddStories phase={id} />}
            </div>
          </div>
        )}
        <Tip phase={id}>
          <Trans>
            Ask the lowest and the highest card first. What they know is worth more than the number.
          </Trans>
        </Tip>
      </Board>
      {status === 'open' && viewing !== null && (
        <DeckTray phase={id} place={viewing} isLed={isLed} look={look} />
      )}
    </>
  );
}
