import { ensure, peopleIn, type ParticipantId } from '@rondo/meeting';
import * as z from 'zod/mini';
import {
  ballotAt,
  ballotOf,
  dimensionOf,
  hasCards,
  hasPickedAll,
  leadTo,
  missingAt,
  nextPlace,
  pickIn,
  placesOf,
} from './ballots.ts';
import { serverCommand, type ServerSide } from './kind.ts';
import { isSettled, proposalOf } from './result.ts';
import { place, round } from './rounds.ts';
import type { Place } from './state.ts';

/** Turns the cards of one ballot over. Cards of people who were shown out are not dealt with. */
function turnOver({ board, settings, state, hands }: ServerSide, at: Place): void {
  const ballot = ballotAt(settings, state, at);
  const shown: Record<ParticipantId, string> = {};
  for (const [person, hand] of hands()) {
    const counts = board.people[person]?.state === 'in' && ballot.picked[person] === true;
    const value = counts ? pickIn(hand, at.story, at.dimension, ballot) : null;
    if (value !== null) shown[person] = value;
  }
  ballot.shown = shown;
}

/** The ballots that lie face down with at least one card. */
const faceDown = ({ board, settings, state }: ServerSide): Place[] =>
  placesOf(settings, state).filter(({ story, dimension }) => {
    const found = state.stories[story];
    const ballot = found && ballotOf(found, dimension);
    return ballot?.shown === null && hasCards(board, ballot);
  });

/** Turns everything over; what people agree on gets its score, and the rest is what there is to talk about. */
function turnAllOver(at: ServerSide): void {
  const { board, settings, state } = at;
  for (const each of faceDown(at)) {
    turnOver(at, each);
    const ballot = ballotAt(settings, state, each);
    const { scale } = dimensionOf(settings, each.dimension);
    const shown = ballot.shown ?? {};
    if (ballot.score === null && isSettled(scale, shown, settings.agreeWithin))
      ballot.score = proposalOf(scale, shown)?.value ?? null;
  }
  state.opened = true;
  leadTo(board, settings, state, nextPlace(settings, state, null));
}

/** Which cards: those of one round, or (null), at one's own pace, all there are. */
const which = z.nullable(z.object({ ...place, round }));

export const reveal = serverCommand('reveal', {
  by: 'facilitator',
  args: z.object({ which }),
  run: (at, { which }) => {
    const { board, settings, state } = at;
    if (which === null) {
      ensure(settings.way === 'own-pace' && !state.opened, 'stale');
      turnAllOver(at);
      return;
    }
    const ballot = ballotAt(settings, state, which);
    ensure(ballot.shown === null && ballot.round === which.round, 'stale');
    ensure(hasCards(board, ballot), 'stale');
    turnOver(at, which);
  },
});

/**
 * Turns the cards over if everybody has picked. Several browsers may notice at once, and one of them too
 * early: then nothing happens, which is no failure. Who has picked is on the board, so nobody learns
 * anything by asking.
 */
export const revealIfAll = serverCommand('revealIfAll', {
  args: z.object({ which }),
  run: (at, { which }) => {
    const { board, settings, state, world } = at;
    if (!settings.autoReveal) return;
    if (which === null) {
      const isOpen = settings.way === 'own-pace' && !state.opened;
      if (isOpen && isEverybodyThrough(at)) turnAllOver(at);
      return;
    }
    const story = state.stories[which.story];
    const ballot = story?.ballots[which.dimension];
    if (!ballot || ballot.shown !== null || ballot.round !== which.round) return;
    if (settings.way === 'own-pace' && !state.opened) return;
    const missing = missingAt(board, state, ballot, (person) => world.present.has(person));
    if (missing.length === 0 && hasCards(board, ballot)) turnOver(at, which);
  },
});

/** Everybody who takes part has a card on every ballot, and there is somebody who does. */
export function isEverybodyThrough({
  board,
  settings,
  state,
}: Pick<ServerSide, 'board' | 'settings' | 'state'>): boolean {
  const players = peopleIn(board).filter((person) => state.spectators[person] !== true);
  return players.length > 0 && players.every((person) => hasPickedAll(settings, state, person));
}

/** Stories that were put on the list while the phase was paused are gone to now. */
export function open({ board, settings, state }: ServerSide): void {
  if (state.at === null) leadTo(board, settings, state, nextPlace(settings, state, null));
}

/** The phase ends: no card stays face down. */
export function close(at: ServerSide): void {
  const { settings, state } = at;
  if (settings.way === 'own-pace' && !state.opened) turnAllOver(at);
  else for (const each of faceDown(at)) turnOver(at, each);
}

/** Going on after all cards were turned over is talking, and that is not over by the clock. */
export function reopen({ phase, settings, state }: ServerSide): void {
  if (settings.way === 'own-pace' && state.opened && phase.window) phase.window = null;
}
