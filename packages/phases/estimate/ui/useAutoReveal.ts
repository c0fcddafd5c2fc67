import { useLiveClient, useMe, usePeople, useView } from '@rondo/live/react';
import { compareText, type ParticipantId, type PhaseId } from '@rondo/meeting';
import { useEffect } from 'react';
import {
  ballotOf,
  hasCards,
  isEverybodyThrough,
  missingAt,
  revealIfAll,
  type Place,
} from '../domain/index.ts';
import { isWalking, useEstimate } from './useEstimate.ts';

/** The last card is seen on the table before all are turned, ms. */
const BREATH = 700;
/** Somebody who is not here may be reloading the page: they get so long to come back, ms. */
const GRACE = 4_000;

/**
 * Asks the server to turn the cards over when everybody has picked. One browser does it, the
 * facilitator's where there is one; the server looks again and does it once, whoever asks.
 */
export function useAutoReveal(phase: PhaseId): void {
  const { send } = useLiveClient();
  const me = useMe();
  const others = usePeople();
  const board = useView((view) => view.board);
  const { status, settings, state } = useEstimate(phase);
  const isHere = (person: ParticipantId): boolean => person === me || others[person] !== undefined;
  // The record's own keys are participant ids.
  const here = [me, ...(Object.keys(others) as ParticipantId[])].sort(compareText);
  const asker = isHere(board.facilitator) ? board.facilitator : here[0];
  let delay: number | null = null;
  let which: (Place & { round: number }) | null = null;
  if (status === 'open' && settings.autoReveal && asker === me) {
    const { at } = state;
    const story = at ? state.stories[at.story] : undefined;
    if (!isWalking(settings, state)) {
      if (isEverybodyThrough({ board, settings, state })) delay = BREATH;
    } else if (at && story) {
      const ballot = ballotOf(story, at.dimension);
      const isComplete =
        ballot.shown === null &&
        hasCards(board, ballot) &&
        missingAt(board, state, ballot, isHere).length === 0;
      which = { ...at, round: ballot.round };
      const isAnybodyAway = missingAt(board, state, ballot, () => true).length > 0;
      if (isComplete) delay = isAnybodyAway ? GRACE : BREATH;
    }
  }
  const what = which === null ? null : JSON.stringify(which);
  useEffect(() => {
    if (delay === null) return undefined;
    const ask = (): void =>
      // Written as JSON above, from exactly this.
      void send(phase, revealIfAll, { which: what === null ? null : JSON.parse(what) });
    let again: ReturnType<typeof setInterval> | undefined;
    const first = setTimeout(() => {
      ask();
      // The server may not have heard yet that somebody left.
      again = setInterval(ask, GRACE);
    }, delay);
    return () => {
      clearTimeout(first);
      clearInterval(again);
    };
  }, [delay, what, phase, send]);
}
