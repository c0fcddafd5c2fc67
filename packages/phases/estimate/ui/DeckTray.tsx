import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Hand, LinkButton } from '@rondo/design';
import { useMe } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useAct, useChange, useWords } from '../../parts/index.ts';
import {
  ballotOf,
  dimensionOf,
  pick,
  pickIn,
  placesOf,
  progressOf,
  setSpectator,
  UNSURE,
  type Place,
} from '../domain/index.ts';
import { Deck } from './Deck.tsx';
import { keyOf, resultId, useEstimate, useEstimateHand } from './useEstimate.ts';
import { useValueWords } from './useValueWords.ts';
import styles from './DeckTray.module.css';

interface Props {
  phase: PhaseId;
  place: Place;
  isLed: boolean;
  look: (key: string) => void;
}

/** My cards: one of them I put on the table, and nobody sees which before all are turned over. */
export function DeckTray({ phase, place, isLed, look }: Props) {
  const { t } = useLingui();
  const act = useAct(phase);
  const me = useMe();
  const words = useWords();
  const valueWords = useValueWords();
  const hand = useEstimateHand(phase);
  const { settings, state } = useEstimate(phase);
  const [isPicking, setPicking] = useState(false);
  const [isOpen, setOpen] = useState(true);
  const around = state.stories[place.story];
  const isShown = around !== undefined && ballotOf(around, place.dimension).shown !== null;
  // On a phone the hand makes room for the cards on the table, and comes back for the next round.
  useChange(isShown, () => {
    setOpen(!isShown);
    // Whoever picked by keys goes on where the cards lie now.
    const isLost = (document.activeElement ?? document.body) === document.body;
    if (isShown && isPicking && isLost)
      document.getElementById(resultId(phase))?.focus({ preventScroll: true });
  });
  const story = state.stories[place.story];
  if (!story) return null;
  const ballot = ballotOf(story, place.dimension);
  const picked = pickIn(hand, place.story, place.dimension, ballot);
  const isWatching = state.spectators[me] === true;
  const progress = progressOf(settings, state, me);
  const next = placesOf(settings, state).find((each) => {
    const other = state.stories[each.story];
    if (!other || keyOf(each) === keyOf(place)) return false;
    const ballot = ballotOf(other, each.dimension);
    return ballot.shown === null && ballot.picked[me] !== true;
  });
  return (
    <Hand
      title={t`Your hand`}
      note={t`Only you see this`}
      count={
        isWatching ? undefined : !isLed ? (
          <Trans>
            {progress.picked} of {progress.all} picked
          </Trans>
        ) : picked === null ? undefined : (
          t`picked ${picked === UNSURE ? UNSURE : valueWords(picked)}`
        )
      }
      openLabel={t`Open your hand`}
      closeLabel={t`Close your hand`}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <p className={styles.what}>
        <strong>{story.title}</strong>
        {settings.dimensions.length > 1 && (
          <> · {words(dimensionOf(settings, place.dimension).name)}</>
        )}
      </p>
      {isWatching ? (
        <p className={styles.line}>
          <Trans>You are looking on. Nobody waits for a card of yours.</Trans>
          <Button size="s" onClick={() => void act(setSpectator, { on: false })}>
            <Trans>Take part</Trans>
          </Button>
        </p>
      ) : (
        <>
          {ballot.shown === null ? (
            <div
              onFocus={() => setPicking(true)}
              onBlur={(event) => {
                // A deck that goes takes the focus with it; only somebody who goes elsewhere is done.
                if (event.relatedTarget !== null) setPicking(false);
              }}
            >
              <Deck
                key={`${place.story}/${place.dimension}/${ballot.round}`}
                phase={phase}
                place={place}
                picked={picked}
                takesFocus={isPicking}
              />
            </div>
          ) : (
            <p className={styles.open}>
              {picked === null ? (
                <Trans>The cards lie open. You had none on the table.</Trans>
              ) : (
                <Trans>
                  The cards lie open. Yours is “{picked === UNSURE ? UNSURE : valueWords(picked)}”.
                </Trans>
              )}
            </p>
          )}
          <p className={styles.line}>
            {!isLed && next && (
              <Button
                size="s"
                iconEnd={<ArrowRight size={16} aria-hidden />}
                onClick={() => look(keyOf(next) ?? '')}
              >
                <Trans>Next story</Trans>
              </Button>
            )}
            {!isLed && !next && picked !== null && (
              <span>
                <Trans>You are through. You can still change your mind.</Trans>
              </span>
            )}
            {picked !== null && ballot.shown === null && (
              <LinkButton
                onClick={() => void act(pick, { ...place, round: ballot.round, value: null })}
              >
                <Trans>Take my card back</Trans>
              </LinkButton>
            )}
            <LinkButton onClick={() => void act(setSpectator, { on: true })}>
              <Trans>Only look on</Trans>
            </LinkButton>
          </p>
        </>
      )}
    </Hand>
  );
}
