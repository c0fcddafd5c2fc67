import { need, peopleIn, peek, sorted, type Board, type ParticipantId } from '@rondo/meeting';
import type { Dimension, EstimateSettings } from './settings.ts';
import type { Ballot, EstimateHand, EstimateState, Place, Story, StoryId } from './state.ts';

const UNTOUCHED: Ballot = { round: 1, picked: {}, seated: {}, shown: null, score: null };

/** A ballot to read, also where nobody has touched it yet. */
export const ballotOf = (story: Story, dimension: string): Ballot =>
  story.ballots[dimension] ?? UNTOUCHED;

export const dimensionOf = (settings: EstimateSettings, id: string): Dimension =>
  need(
    settings.dimensions.find((each) => each.id === id),
    'not-found',
  );

/** A ballot to change. Refuses with `not-found`. */
export function ballotAt(settings: EstimateSettings, state: EstimateState, at: Place): Ballot {
  const story = need(state.stories[at.story], 'not-found');
  const { id } = dimensionOf(settings, at.dimension);
  story.ballots[id] ??= { round: 1, picked: {}, seated: {}, shown: null, score: null };
  // Read again: what was just written comes back as a draft.
  return need(story.ballots[id], 'not-found');
}

/** Every ballot there is, story by story in their order. */
export const placesOf = (settings: EstimateSettings, state: EstimateState): Place[] =>
  sorted(state.stories).flatMap(([story]) =>
    settings.dimensions.map(({ id }) => ({ story, dimension: id })),
  );

/** The next ballot without a score behind this one, from the front again behind the last; null: all have one. */
export function nextPlace(
  settings: EstimateSettings,
  state: EstimateState,
  from: Place | null,
): Place | null {
  const all = placesOf(settings, state);
  const index = all.findIndex((each) => isSamePlace(each, from));
  const round = [...all.slice(index + 1), ...all.slice(0, index + 1)];
  const open = round.filter((each) => {
    const story = state.stories[each.story];
    return story !== undefined && ballotOf(story, each.dimension).score === null;
  });
  return open.find((each) => !isSamePlace(each, from)) ?? null;
}

export const isSamePlace = (one: Place | null, other: Place | null): boolean =>
  one !== null && other !== null && one.story === other.story && one.dimension === other.dimension;

/** Whoever is in now is waited for in this round. */
export function seat(board: Board, ballot: Ballot): void {
  ballot.seated = Object.fromEntries(peopleIn(board).map((person) => [person, true as const]));
}

/** Leads to a ballot; whoever is in now takes part in its round. */
export function leadTo(
  board: Board,
  settings: EstimateSettings,
  state: EstimateState,
  to: Place | null,
): void {
  state.at = to;
  if (to === null) return;
  const ballot = ballotAt(settings, state, to);
  if (ballot.shown === null) seat(board, ballot);
}

/** Who still has to pick in this round, of those who were there when it began; ask for who is here now with `isHere`. */
export const missingAt = (
  board: Board,
  state: EstimateState,
  ballot: Ballot,
  isHere: (person: ParticipantId) => boolean,
): ParticipantId[] =>
  peopleIn(board).filter(
    (person) =>
      peek(ballot.seated, person) === true &&
      peek(state.spectators, person) !== true &&
      peek(ballot.picked, person) !== true &&
      isHere(person),
  );

/** Whether at least one card lies there that will be shown. */
export const hasCards = (board: Board, ballot: Ballot): boolean =>
  peopleIn(board).some((person) => peek(ballot.picked, person) === true);

/** How many ballots are still face down, and in how many of them a person has picked. */
export function progressOf(
  settings: EstimateSettings,
  state: EstimateState,
  person: ParticipantId,
): { picked: number; all: number } {
  let [picked, all] = [0, 0];
  for (const story of Object.values(state.stories)) {
    for (const { id } of settings.dimensions) {
      const ballot = ballotOf(story, id);
      if (ballot.shown !== null) continue;
      all += 1;
      if (ballot.picked[person] === true) picked += 1;
    }
  }
  return { picked, all };
}

/** Whether a person has nothing left to pick. */
export function hasPickedAll(
  settings: EstimateSettings,
  state: EstimateState,
  person: ParticipantId,
): boolean {
  if (state.spectators[person] === true) return true;
  const { picked, all } = progressOf(settings, state, person);
  return Object.keys(state.stories).length > 0 && picked === all;
}

/** What a hand holds for a ballot in its present round. */
export function pickIn(
  hand: EstimateHand,
  story: StoryId,
  dimension: string,
  ballot: Ballot,
): string | null {
  const pick = hand.picks[story]?.[dimension];
  return pick?.round === ballot.round ? pick.value : null;
}
