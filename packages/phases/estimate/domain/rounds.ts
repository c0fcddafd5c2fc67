import { ensure, id, need, text } from '@rondo/meeting';
import * as z from 'zod/mini';
import { ballotAt, dimensionOf, leadTo, nextPlace, seat } from './ballots.ts';
import { command } from './kind.ts';
import { deckOf } from './scales.ts';
import { LONGEST_VALUE } from './settings.ts';
import type { StoryId } from './state.ts';

export const place = { story: id<StoryId>(), dimension: z.string().check(z.maxLength(30)) };
export const round = z.int().check(z.minimum(1), z.maximum(1_000_000));

/** Puts a card on the table, face down, or (null) takes it back. `stale` once the cards lie open. */
export const pick = command('pick', {
  args: z.object({ ...place, round, value: z.nullable(z.string().check(z.maxLength(40))) }),
  run: ({ board, settings, state, hand, me }, { story, dimension, round, value }) => {
    ensure(state.spectators[me] !== true, 'not-allowed');
    const ballot = ballotAt(settings, state, { story, dimension });
    ensure(ballot.shown === null && ballot.round === round, 'stale');
    if (value === null) {
      delete ballot.picked[me];
      delete hand.picks[story]?.[dimension];
      return;
    }
    ensure(deckOf(dimensionOf(settings, dimension).scale).includes(value), 'not-found');
    if (Object.keys(ballot.picked).length === 0) seat(board, ballot);
    ballot.picked[me] = true;
    hand.picks[story] ??= {};
    // Read again: what was just written comes back as a draft.
    need(hand.picks[story], 'not-found')[dimension] = { round, value };
  },
});

/** Only looks on from now on, or (false) takes part again. Cards that lie face down come back to the hand's owner. */
export const setSpectator = command('setSpectator', {
  during: ['ahead', 'open', 'done'],
  args: z.object({ on: z.boolean() }),
  run: ({ state, hand, me }, { on }) => {
    if (!on) {
      delete state.spectators[me];
      return;
    }
    state.spectators[me] = true;
    for (const story of Object.values(state.stories)) {
      for (const ballot of Object.values(story.ballots)) {
        if (ballot.shown === null) delete ballot.picked[me];
      }
    }
    hand.picks = {};
  },
});

/** Leads everybody to a story and a dimension. */
export const goTo = command('goTo', {
  by: 'facilitator',
  args: z.object(place),
  run: ({ board, settings, state }, at) => {
    ballotAt(settings, state, at);
    leadTo(board, settings, state, at);
  },
});

/** Says what it came to: any value of the scale or a few characters of one's own; null takes it back. */
export const setScore = command('setScore', {
  by: 'facilitator',
  during: ['open', 'done'],
  args: z.object({ ...place, score: z.nullable(text(LONGEST_VALUE)) }),
  run: ({ settings, state }, { story, dimension, score }) => {
    ballotAt(settings, state, { story, dimension }).score = score;
  },
});

/** Leads on from a ballot to the next one that has no score; names where from, so that two clicks go on once. */
export const goOn = command('goOn', {
  by: 'facilitator',
  args: z.object(place),
  run: ({ board, settings, state }, { story, dimension }) => {
    const { at } = state;
    ensure(at !== null && at.story === story && at.dimension === dimension, 'stale');
    leadTo(board, settings, state, nextPlace(settings, state, at));
  },
});

/** Everybody picks anew. Names the round it ends, so that two clicks begin one. */
export const voteAgain = command('voteAgain', {
  by: 'facilitator',
  args: z.object({ ...place, round }),
  run: ({ board, settings, state }, { story, dimension, round }) => {
    const ballot = ballotAt(settings, state, { story, dimension });
    ensure(ballot.shown !== null && ballot.round === round, 'stale');
    ballot.round += 1;
    ballot.shown = null;
    ballot.picked = {};
    ballot.score = null;
    leadTo(board, settings, state, { story, dimension });
  },
});

export const setAutoReveal = command('setAutoReveal', {
  by: 'facilitator',
  during: ['ahead', 'open'],
  args: z.object({ on: z.boolean() }),
  run: ({ settings }, { on }) => {
    settings.autoReveal = on;
  },
});
